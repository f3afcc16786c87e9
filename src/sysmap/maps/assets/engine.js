// vis-network travels packed (a third of its size) and is unpacked when the map is first looked at. The policy lets in exactly its text.
let unpacked = null;
const engine = () => unpacked || (unpacked = unpack());

async function unpack() {
  const packed = Uint8Array.from(atob(document.getElementById("vis-network").textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  document.head.append(make("script", null, await new Response(stream).text()));
}
