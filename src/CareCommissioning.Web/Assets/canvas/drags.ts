// What is dragged on the board: a box to another place, or the arrow at its side to another box. What comes of it is told, not done.
import type Diagram from 'diagram-js';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type EventBus from 'diagram-js/lib/core/EventBus';
import ConnectModule from 'diagram-js/lib/features/connect';
import type Connect from 'diagram-js/lib/features/connect/Connect';
import ConnectionPreviewModule from 'diagram-js/lib/features/connection-preview';
import type Dragging from 'diagram-js/lib/features/dragging/Dragging';
import MoveModule from 'diagram-js/lib/features/move';
import type { Shape } from 'diagram-js/lib/model/Types';
import { type Command, connect, place } from './commands';
import { type Area, type Scene, type Thing, find, mayConnect, placeAt } from './scene';

const svg = 'http://www.w3.org/2000/svg';
const beforeOthers = 1500;
const edge = 40;

export interface DragDoings {
  do(command: Command): void;
}

interface Dragged {
  context: { shape: Shape };
  originalEvent?: MouseEvent;
  dx: number;
  dy: number;
}

export class Drags {
  private readonly drop = document.createElementNS(svg, 'rect');
  private diagram: Diagram | null = null;
  private connectsFrom: string | null = null;

  constructor(
    private readonly frame: HTMLElement,
    private readonly scene: () => Scene,
    private readonly doings: DragDoings,
    private readonly ended: () => void,
  ) {
    this.drop.setAttribute('class', 'canvas-drop');
  }

  /** What the library needs to drag; what it would change by itself is told instead. */
  get modules(): unknown[] {
    const rules = { allowed: (action: string, about: Record<string, unknown>) => this.isAllowed(action, about) };
    const modeling = { moveElements: () => undefined, connect: (source: Shape, target: Shape) => void this.doings.do(connect(source.id, target.id)) };
    return [MoveModule, ConnectModule, ConnectionPreviewModule, { rules: ['value', rules], modeling: ['value', modeling] }];
  }

  get isUnderWay(): boolean {
    return Boolean(this.service<Dragging>('dragging').context());
  }

  listen(diagram: Diagram): void {
    this.diagram = diagram;
    const events = this.service<EventBus>('eventBus');
    events.on('element.mousedown', beforeOthers, ({ element, originalEvent }: { element: Shape; originalEvent: MouseEvent }) => {
      if ((originalEvent.target as Element).closest('.canvas-handle') !== null) {
        this.connectsFrom = element.id;
        this.service<Connect>('connect').start(originalEvent, element as never);
        return false;
      }

      return undefined;
    });
    events.on('shape.move.move', (event: Dragged) => {
      this.showDrop(event);
      this.scrollAlong(event.originalEvent);
    });
    events.on('shape.move.end', (event: Dragged) => {
      const to = this.placeOf(event);
      if (to !== null) {
        this.doings.do(place(event.context.shape.id, to.stage.id, to.below?.id ?? null));
      }
    });
    events.on('connect.move', (event: Dragged) => this.scrollAlong(event.originalEvent));
    events.on(['shape.move.cleanup', 'connect.cleanup'], () => {
      this.drop.remove();
      window.setTimeout(this.ended);
    });
  }

  private placeOf({ context: { shape }, dx, dy }: Dragged): ReturnType<typeof placeAt> {
    return placeAt(this.scene(), shape.id, shape.x + dx + shape.width / 2, shape.y + dy + shape.height / 2);
  }

  private showDrop(event: Dragged): void {
    const to = this.placeOf(event);
    if (to === null) {
      return;
    }

    const { band } = to.stage;
    const first = this.scene().boxes.find((box) => box.stage === to.stage.id && box.id !== event.context.shape.id);
    const y = to.below !== null ? to.below.bounds.y + to.below.bounds.height + 8 : (first?.bounds.y ?? band.y + 80) - 14;
    const at = { x: band.x, y, width: band.width, height: 6 };
    Object.entries(at).forEach(([name, value]) => this.drop.setAttribute(name, String(value)));
    (this.service<Canvas>('canvas').getActiveLayer() as unknown as SVGElement).append(this.drop);
  }

  private scrollAlong(event: MouseEvent | undefined): void {
    if (event === undefined) {
      return;
    }

    const { left, right, top, bottom } = this.frame.getBoundingClientRect();
    const step = (near: number, far: number, at: number): number => (at < near + edge ? -edge / 2 : at > far - edge ? edge / 2 : 0);
    this.frame.scrollBy(step(left, right, event.clientX), step(top, bottom, event.clientY));
  }

  private isAllowed(action: string, about: Record<string, unknown>): boolean {
    const thing = (element: unknown): Thing | null => find(this.scene(), (element as Shape | undefined)?.id ?? null);
    if (action === 'elements.move') {
      return (about['shapes'] as Shape[]).length === 1 && thing((about['shapes'] as Shape[])[0])?.is === 'box';
    }

    if (action === 'connection.create') {
      const [from, to] = [thing(about['source']), thing(about['target'])];

      // The library asks for the way back too: that is not what was drawn.
      return from?.is === 'box' && to?.is === 'box' && from.it.id === this.connectsFrom && mayConnect(this.scene(), from.it, to.it);
    }

    return false;
  }

  private service<T>(name: string): T {
    return this.diagram!.get<T>(name as never) as T;
  }
}

/** What is dragged to connect a box with another; shown while the box is pointed at or selected. */
export function handle(bounds: Area): SVGElement {
  const [group, ground, arrow] = [document.createElementNS(svg, 'g'), document.createElementNS(svg, 'circle'), document.createElementNS(svg, 'path')];
  group.setAttribute('class', 'canvas-handle');
  group.setAttribute('transform', `translate(${bounds.width} ${bounds.height / 2})`);
  ground.setAttribute('r', '12');
  arrow.setAttribute('d', 'M-5 0H5M1 -4L5 0L1 4');
  group.append(ground, arrow);
  return group;
}
