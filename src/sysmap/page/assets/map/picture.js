// The map as a picture: twice the size on the screen, with title and legend, in the colours on the screen.
import { fileNameOf } from "../core/texts.js";
import { gaps, island, kinds, nodes, types } from "../base/data.js";
import { make, stage } from "../base/dom.js";
import { change, state } from "../base/state.js";
import { say, t } from "../base/words.js";
import { shown } from "./filter.js";
import { FONT, labelBudget, paintLabels } from "./labels.js";
import { CATEGORIES, colorFacet, colorMeasure, palette, valueColor } from "./looks.js";
import { bundles, paintNode, traceShape } from "./paint.js";
import { places } from "./places.js";
import { fittedScale, network, openStage, paintBelow } from "./stage.js";
/** @import { TieType } from "../core/types.d.ts" */
/** @import { Network } from "./vis.d.ts" */

const MARGIN = 24;
const ABOVE = 68;
const ROW = 22;

/** @typedef {{ color: string, text: string, shape?: string, width?: number, dash?: readonly number[] }} Entry */
/** @typedef {Entry & { x: number, y: number }} PlacedEntry */

/**
 * Hand a file to the reader.
 * @param {Blob} blob
 * @param {string} ending
 */
export function saveFile(blob, ending) {
  const link = make("a", { href: URL.createObjectURL(blob), download: `${fileNameOf(island.title)}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** @returns {Entry[]} */
function legendEntries() {
  const facet = colorFacet();
  const isByKind = !facet && !colorMeasure();
  const kindEntries = kinds
    .filter((_, at) => !state.off.kinds.has(at))
    .map(({ shape, color, title }) => ({ shape, color: isByKind ? `c${color}` : "muted", text: say(title) }));
  const facetEntries = (facet ? facet.values.slice(0, CATEGORIES) : []).map((label, value) => ({
    shape: "dot",
    color: facet ? valueColor(facet, value) : "muted",
    text: say(label),
  }));
  const ghosts =
    gaps.length && !state.off.ghosts ? [{ width: 1.6, dash: [5, 4], color: "accent", text: t("gaps") }] : [];
  return [...kindEntries, ...facetEntries, ...ghosts, ...tieEntries()];
}

/** The types of ties that are drawn; those in the quiet stroke share one entry, the last. */
function tieEntries() {
  /** @param {TieType} type */
  const isQuiet = (type) => type.color === "tie" && !type.dash.length;
  const drawn = types.filter((_, at) => bundles.some((bundle) => bundle[0].t === at));
  const entries = drawn
    .filter((type) => !isQuiet(type))
    .flatMap(({ width, dash, color, title, polarity }) =>
      polarity === undefined
        ? [{ width, dash, color, text: say(title) }]
        : [
            { width, dash, color: "plus", text: `${say(title)} (+)` },
            { width, dash, color: "minus", text: `${say(title)} (−)` },
          ],
    );
  const quiet = drawn.filter(isQuiet);
  if (quiet.length) {
    const [{ width, dash, title }] = quiet;
    entries.push({ width, dash, color: "tie", text: quiet.length === 1 ? say(title) : t("other_ties") });
  }
  return entries;
}

/**
 * Where each entry stands: rows as wide as the picture.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Entry[]} entries
 * @param {number} width
 * @returns {{ placed: PlacedEntry[], height: number }}
 */
function placeEntries(ctx, entries, width) {
  ctx.font = FONT;
  let [x, y] = [MARGIN, 0];
  const placed = entries.map((entry) => {
    const wide = 26 + ctx.measureText(entry.text).width + 18;
    if (x + wide > width - MARGIN && x > MARGIN) [x, y] = [MARGIN, y + ROW];
    const spot = { ...entry, x, y };
    x += wide;
    return spot;
  });
  return { placed, height: entries.length ? y + ROW : 0 };
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {PlacedEntry[]} entries
 * @param {number} top
 */
function paintLegend(ctx, entries, top) {
  for (const { x, y: row, color, text, shape, width = 1, dash = [] } of entries) {
    const y = top + row + 8;
    ctx.fillStyle = ctx.strokeStyle = palette[color] || palette.other;
    if (shape) {
      traceShape(ctx, shape, x + 8, y, 6);
      ctx.fill();
    } else {
      ctx.lineWidth = width + 0.4;
      ctx.setLineDash([...dash]);
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(x + 20, y);
      ctx.stroke();
      ctx.setLineDash([]);
    }
    ctx.fillStyle = palette.text;
    ctx.fillText(text, x + 26, y + 4.5);
  }
}

/**
 * The map as it is seen, with title and legend.
 * @param {Network} built
 * @param {number} times How many pixels of the picture one pixel of the screen has.
 * @returns {HTMLCanvasElement}
 */
export function paintPicture(built, times) {
  const { clientWidth: width, clientHeight: height } = stage;
  const canvas = make("canvas");
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const { placed, height: below } = placeEntries(ctx, legendEntries(), width);
  const whole = height + ABOVE + below + MARGIN;
  canvas.width = width * times;
  canvas.height = whole * times;
  ctx.scale(times, times);
  ctx.fillStyle = palette.canvas;
  ctx.fillRect(0, 0, width, whole);
  ctx.fillStyle = palette.text;
  ctx.font = FONT.replace("13px", "600 20px");
  ctx.fillText(island.title, MARGIN, 34, width - 2 * MARGIN);
  ctx.font = FONT;
  ctx.fillStyle = palette.muted;
  ctx.fillText(say(island.about), MARGIN, 56, width - 2 * MARGIN);
  paintMap(ctx, built, width, height);
  ctx.textAlign = "left";
  ctx.font = FONT;
  paintLegend(ctx, placed, height + ABOVE + 6);
  return canvas;
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Network} built
 * @param {number} width
 * @param {number} height
 */
function paintMap(ctx, built, width, height) {
  const scale = built.getScale();
  const corner = built.DOMtoCanvas({ x: 0, y: 0 });
  const view = { scale, dx: -corner.x * scale, dy: -corner.y * scale };
  const frame = { left: corner.x, top: corner.y, right: corner.x + width / scale, bottom: corner.y + height / scale };
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, ABOVE, width, height);
  ctx.clip();
  ctx.translate(0, ABOVE);
  ctx.save();
  ctx.translate(view.dx, view.dy);
  ctx.scale(scale, scale);
  paintBelow(ctx, 1 / scale, frame);
  for (const { id } of nodes) if (shown[id]) paintNode(ctx, id, places[id].x, places[id].y, 1 / scale);
  ctx.restore();
  paintLabels(ctx, view, width, height, labelBudget(scale / fittedScale()));
  ctx.restore();
}

/** Save the map as PNG. */
export async function savePicture() {
  change({ view: "map" });
  await openStage();
  if (!network) return;
  paintPicture(network, 2).toBlob((blob) => {
    if (blob) saveFile(blob, "png");
  }, "image/png");
}
