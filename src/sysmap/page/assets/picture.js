// The map as a picture: twice the size on the screen, with title and legend, in the colours on the screen.
const MARGIN = 24;

function saveFile(blob, ending) {
  const link = make("a", { href: URL.createObjectURL(blob), download: `${fileName()}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const fileName = () => fold(island.title).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "sysmap";

function legendEntries() {
  const facet = colorFacet();
  const kindEntries = kinds.map((kind, at) => ({ at, kind, color: facet || colorMeasure() ? "muted" : `c${kind.color}` }))
    .filter(({ at }) => !state.off.kinds.has(at)).map(({ kind, color }) => ({ shape: kind.shape, color, text: say(kind.title) }));
  const facetEntries = facet ? facet.values.map((label, value) => ({ shape: "dot", color: valueColor(facet, value), text: say(label), value }))
    .filter(({ value }) => value < CATEGORIES) : [];
  const drawn = types.filter((type, at) => bundles.some((bundle) => bundle[0].t === at));
  const plain = (type) => type.color === "tie" && !type.dash.length;
  const tieEntries = drawn.filter((type) => !plain(type)).flatMap((type) => (type.polarity === undefined
    ? [{ type, color: type.color, text: say(type.title) }]
    : [{ type, color: "plus", text: `${say(type.title)} (+)` }, { type, color: "minus", text: `${say(type.title)} (−)` }]));
  const quiet = drawn.filter(plain);
  if (quiet.length) tieEntries.push({ type: quiet[0], color: "tie", text: quiet.length === 1 ? say(quiet[0].title) : t("other_ties") });
  const ghosts = gaps.length && !state.off.ghosts ? [{ type: { width: 1.6, dash: [5, 4] }, color: "accent", text: t("gaps") }] : [];
  return [...kindEntries, ...facetEntries, ...ghosts, ...tieEntries];
}

// Where each legend entry stands: rows as wide as the picture.
function flow(ctx, entries, width) {
  ctx.font = FONT;
  let [x, y] = [MARGIN, 0];
  const spots = entries.map((entry) => {
    const wide = 26 + ctx.measureText(entry.text).width + 18;
    if (x + wide > width - MARGIN && x > MARGIN) [x, y] = [MARGIN, y + 22];
    const spot = { ...entry, x, y };
    x += wide;
    return spot;
  });
  return { spots, height: entries.length ? y + 22 : 0 };
}

function drawLegend(ctx, spots, top) {
  for (const spot of spots) {
    const y = top + spot.y + 8;
    ctx.fillStyle = ctx.strokeStyle = paintOf[spot.color] || paintOf.other;
    if (spot.shape) { trace(ctx, spot.shape, spot.x + 8, y, 6); ctx.fill(); } else {
      ctx.lineWidth = spot.type.width + 0.4;
      ctx.setLineDash(spot.type.dash);
      ctx.beginPath();
      ctx.moveTo(spot.x, y);
      ctx.lineTo(spot.x + 20, y);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    ctx.fillStyle = paintOf.text;
    ctx.fillText(spot.text, spot.x + 26, y + 4.5);
  }
}

function paintPicture(width, height, times) {
  const canvas = make("canvas");
  const ctx = canvas.getContext("2d");
  const { spots, height: below } = flow(ctx, legendEntries(), width);
  const above = 68;
  canvas.width = width * times;
  canvas.height = (height + above + below + MARGIN) * times;
  ctx.scale(times, times);
  ctx.fillStyle = paintOf.canvas;
  ctx.fillRect(0, 0, width, height + above + below + MARGIN);
  ctx.fillStyle = paintOf.text;
  ctx.font = FONT.replace("13px", "600 20px");
  ctx.fillText(island.title, MARGIN, 34, width - 2 * MARGIN);
  ctx.font = FONT;
  ctx.fillStyle = paintOf.muted;
  ctx.fillText(say(island.about), MARGIN, 56, width - 2 * MARGIN);
  paintView(ctx, width, height, above);
  ctx.textAlign = "left";
  ctx.font = FONT;
  drawLegend(ctx, spots, height + above + 6);
  return canvas;
}

function paintView(ctx, width, height, above) {
  const scale = network.getScale();
  const corner = network.DOMtoCanvas({ x: 0, y: 0 });
  const view = { scale, dx: -corner.x * scale, dy: -corner.y * scale };
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, above, width, height);
  ctx.clip();
  ctx.translate(0, above);
  ctx.save();
  ctx.translate(view.dx, view.dy);
  ctx.scale(scale, scale);
  paintGrounds(ctx);
  paintTies(ctx, 1 / scale, { left: corner.x, top: corner.y, right: corner.x + width / scale, bottom: corner.y + height / scale });
  for (const paint of painters) paint(ctx, 1 / scale);
  paintGhosts(ctx, 1 / scale);
  paintSuggestions(ctx, 1 / scale);
  for (const node of nodes) if (shown[node.id]) paintNode(ctx, node.id, place[node.id].x, place[node.id].y, 1 / scale);
  ctx.restore();
  paintLabels(ctx, view, width, height, labelBudget(scale / fitted));
  ctx.restore();
}

async function savePicture() {
  change({ view: "map" });
  await openStage();
  paintPicture(stage.clientWidth, stage.clientHeight, 2).toBlob((blob) => saveFile(blob, "png"), "image/png");
}
