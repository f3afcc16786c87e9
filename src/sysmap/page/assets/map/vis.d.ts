// The part of vis-network that the page uses.
import type { Point } from "../core/types.d.ts";

export interface NodeDataSet {
  add(points: ({ id: number } & Point)[]): void;
  remove(ids: number[]): void;
}

export interface NetworkEvent {
  nodes: number[];
  pointer: { DOM: Point };
}

export interface Network {
  on(event: "beforeDrawing" | "afterDrawing", act: (ctx: CanvasRenderingContext2D) => void): void;
  on(event: "hoverNode", act: (event: { node: number }) => void): void;
  on(event: "click" | "dragging" | "zoom" | "blurNode", act: (event: NetworkEvent) => void): void;
  getScale(): number;
  getPositions(ids: number[]): Record<string, Point>;
  DOMtoCanvas(point: Point): Point;
  canvasToDOM(point: Point): Point;
  moveTo(view: { position?: Point; scale?: number; animation: unknown }): void;
  setSize(width: string, height: string): void;
  redraw(): void;
}

export interface Vis {
  DataSet: new (points: ({ id: number } & Point)[]) => NodeDataSet;
  Network: new (
    container: HTMLElement,
    data: { nodes: NodeDataSet; edges: unknown[] },
    options: Record<string, unknown>,
  ) => Network;
}

/** What vis-network asks to draw a node with. */
export interface NodeToDraw extends Point {
  ctx: CanvasRenderingContext2D;
  id: number;
}

declare global {
  interface Window {
    vis: Vis;
  }
}
