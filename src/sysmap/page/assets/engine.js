// vis-network travels packed (a third of its size) and is unpacked when the map is first looked at. The policy lets in exactly its text.
let unpacked = null;
const engine = () => unpacked || (unpacked = unpack());

async function unpack() {
  const letters = atob(document.getElementById("vis-network").textContent);
  const packed = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) packed[at] = letters.charCodeAt(at); // seven times as fast as Uint8Array.from with a function
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  document.head.append(make("script", null, await new Response(stream).text()));
}
