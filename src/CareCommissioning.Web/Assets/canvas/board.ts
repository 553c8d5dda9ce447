// The board: shows a scene and tells what somebody does on it with mouse or finger. It changes nothing by itself.
import Diagram from 'diagram-js';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementFactory from 'diagram-js/lib/core/ElementFactory';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import ConnectModule from 'diagram-js/lib/features/connect';
import type Connect from 'diagram-js/lib/features/connect/Connect';
import ConnectionPreviewModule from 'diagram-js/lib/features/connection-preview';
import type Dragging from 'diagram-js/lib/features/dragging/Dragging';
import MoveModule from 'diagram-js/lib/features/move';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { Connection, Shape } from 'diagram-js/lib/model/Types';
import { PictureRenderer } from './renderer';
import { type Area, type Scene, type Thing, find, mayConnect, placeAt } from './scene';

const svg = 'http://www.w3.org/2000/svg';
const smallest = 0.2;
const largest = 2;
const edge = 40;

export interface Doings {
  selected(id: string | null): void;
  place(id: string, stage: string, below: string | null): void;
  connect(from: string, to: string): void;
  open(id: string): void;
}

interface Dragged {
  context: { shape: Shape };
  originalEvent?: MouseEvent;
  dx: number;
  dy: number;
}

export class Board {
  scene: Scene | null = null;
  private readonly diagram: Diagram;
  private readonly canvas: Canvas;
  private readonly registry: ElementRegistry;
  private readonly selection: Selection;
  private readonly renderer: PictureRenderer;
  private readonly drop = document.createElementNS(svg, 'rect');
  private drawn = new Map<string, string>();
  private readonly made = new Map<string, Shape>();
  private later: Scene | null = null;
  private scale = 1;
  private drawing = false;
  private connectsFrom: string | null = null;

  constructor(private readonly frame: HTMLElement, private readonly doings: Doings) {
    const rules = { allowed: (action: string, about: Record<string, unknown>) => this.isAllowed(action, about) };
    const modeling = {
      // What is done here is sent to the server, which answers with the scene as it then is.
      moveElements: () => undefined,
      connect: (source: Shape, target: Shape) => void this.doings.connect(source.id, target.id),
    };
    this.diagram = new Diagram({
      canvas: { container: frame },
      modules: [
        MoveModule,
        ConnectModule,
        ConnectionPreviewModule,
        { __init__: ['picture'], picture: ['type', PictureRenderer], rules: ['value', rules], modeling: ['value', modeling] },
      ],
    } as unknown as ConstructorParameters<typeof Diagram>[0]);
    this.canvas = this.service<Canvas>('canvas');
    this.registry = this.service<ElementRegistry>('elementRegistry');
    this.selection = this.service<Selection>('selection');
    this.renderer = this.service<PictureRenderer>('picture');
    const picture = this.container.querySelector('svg')!;
    picture.removeAttribute('tabindex');
    picture.setAttribute('role', 'presentation');
    this.drop.setAttribute('class', 'canvas-drop');
    this.listen();
  }

  private get container(): HTMLElement {
    return this.canvas.getContainer();
  }

  get isDragging(): boolean {
    return Boolean(this.service<Dragging>('dragging').context());
  }

  get zoomedTo(): number {
    return this.scale;
  }

  /** Shows a scene: at once, or when what is being dragged was let go. */
  show(scene: Scene): void {
    if (this.isDragging) {
      this.later = scene;
      return;
    }

    const [chosen, hadFocus] = [this.chosen, this.focused];
    this.drawing = true;
    this.scene = scene;

    // Sized first, so that all that is drawn is laid out by the browser once.
    this.zoom(this.scale);
    this.draw(scene);
    const still = [chosen].filter((id) => find(scene, id) !== null);
    this.selection.select(still.map((id) => this.registry.get(id!)!) as Shape[]);
    this.drawing = false;
    this.press();
    this.rove(find(scene, hadFocus) === null ? null : hadFocus);
    if (hadFocus !== null && this.focused !== hadFocus) {
      this.focus(find(scene, hadFocus) === null ? this.reading[0] ?? null : hadFocus);
    }

    this.doings.selected(this.chosen);
  }

  get chosen(): string | null {
    return (this.selection.get() as Shape[])[0]?.id ?? null;
  }

  /** The thing that has the keyboard's focus. */
  get focused(): string | null {
    const gfx = document.activeElement?.closest('[data-element-id]');
    return gfx !== null && gfx !== undefined && this.container.contains(gfx) ? gfx.getAttribute('data-element-id') : null;
  }

  select(id: string | null): void {
    this.selection.select(id === null ? [] : ([this.registry.get(id)!] as Shape[]));
  }

  focus(id: string | null): void {
    if (id === null) {
      return;
    }

    this.rove(id);
    const gfx = this.graphics(id);
    gfx?.focus({ preventScroll: true });
    gfx?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  mark(id: string, css: string, isMarked: boolean): void {
    this.graphics(id)?.classList.toggle(css, isMarked);
  }

  /** Each stage, then its boxes from top to bottom. */
  get reading(): string[] {
    return this.scene?.stages.flatMap((stage) => [stage.id, ...this.scene!.boxes.filter((box) => box.stage === stage.id).map((box) => box.id)]) ?? [];
  }

  zoom(scale: number): void {
    if (this.scene === null) {
      return;
    }

    this.scale = Math.min(largest, Math.max(smallest, scale));
    const { width, height } = this.scene;
    Object.assign(this.container.style, { width: `${width * this.scale}px`, height: `${height * this.scale}px` });
    this.canvas.resized();
    this.canvas.viewbox({ x: 0, y: 0, width, height } as Parameters<Canvas['viewbox']>[0]);
  }

  fit(): void {
    if (this.scene !== null) {
      this.zoom(Math.min(1, this.frame.clientWidth / this.scene.width));
    }
  }

  /** Draws what is new or says something else than before, and leaves the rest as it stands. */
  private draw(scene: Scene): void {
    const definitions = this.renderer.show(scene.picture);
    const picture = this.container.querySelector('svg')!;
    if (definitions !== null && picture.querySelector(':scope > defs') === null) {
      picture.append(document.importNode(definitions, true));
    }

    const parts = this.partsOf(scene);
    const kept = new Set(parts.filter((part) => this.drawn.get(part.id) === part.says).map((part) => part.id));
    const inOrder = parts.filter((part) => kept.has(part.id)).map((part) => part.id);
    if ([...this.drawn.keys()].filter((id) => kept.has(id)).some((id, place) => id !== inOrder[place])) {
      kept.clear();
    }

    for (const id of [...this.drawn.keys()].filter((id) => !kept.has(id)).reverse()) {
      this.erase(id);
    }

    let standing = kept.size;
    parts.forEach((part, place) => {
      if (!kept.has(part.id)) {
        // The library puts what has nothing after it before all else: only without a place it comes last.
        part.add(place < standing ? place : undefined);
        standing++;
      }
    });
    this.drawn = new Map(parts.map((part) => [part.id, part.says]));
  }

  /** All there is, from the back to the front: what each says, and how it is added in its place. */
  private partsOf(scene: Scene): { id: string; says: string; add: (place: number | undefined) => void }[] {
    const factory = this.service<ElementFactory>('elementFactory');
    const root = this.canvas.getRootElement() as Shape;
    const says = new Map(scene.boxes.map((box) => [box.id, JSON.stringify(box)]));
    const shape = (id: string): Shape => {
      const { bounds } = scene.boxes.find((box) => box.id === id)!;
      return (this.registry.get(id) ?? this.made.get(id) ?? this.keep(factory.createShape({ id, ...bounds }) as Shape)) as Shape;
    };
    return [
      ...scene.stages.map((stage) => ({
        id: stage.id,
        says: JSON.stringify(stage),
        add: (place: number | undefined) => {
          this.canvas.addShape(factory.createShape({ id: stage.id, ...stage.band }) as Shape, root, place);
          this.name(stage.id, stage.label);
        },
      })),
      ...scene.moves.map((move) => ({
        id: move.id,

        // It holds on to the boxes at its ends: it is drawn anew with them.
        says: `${JSON.stringify(move)}${says.get(move.from)}${says.get(move.to)}`,
        add: (place: number | undefined) => {
          const waypoints = move.points.map(([x, y]) => ({ x, y }));
          this.canvas.addConnection(factory.createConnection({ id: move.id, waypoints, source: shape(move.from), target: shape(move.to) }) as Connection, root, place);
          this.graphics(move.id)?.setAttribute('aria-hidden', 'true');
        },
      })),
      ...scene.boxes.map((box) => ({
        id: box.id,
        says: says.get(box.id)!,
        add: (place: number | undefined) => {
          this.canvas.addShape(shape(box.id), root, place);
          this.made.delete(box.id);
          this.name(box.id, box.label);
          if (box.kind !== 'Exit') {
            this.addHandle(box.id, box.bounds);
          }
        },
      })),
    ];
  }

  /** A box that a move holds on to before the box itself is drawn. */
  private keep(shape: Shape): Shape {
    this.made.set(shape.id, shape);
    return shape;
  }

  private erase(id: string): void {
    const element = this.registry.get(id) as (Shape & Partial<Connection>) | undefined;
    if (element === undefined) {
      return;
    }

    if (element.waypoints === undefined) {
      this.canvas.removeShape(element);
    } else {
      Object.assign(element, { source: null, target: null });
      this.canvas.removeConnection(element as unknown as Connection);
    }
  }

  /** What is dragged to connect a box with another; shown while the box is pointed at or selected. */
  private addHandle(id: string, bounds: Area): void {
    const handle = document.createElementNS(svg, 'g');
    handle.setAttribute('class', 'canvas-handle');
    handle.setAttribute('transform', `translate(${bounds.width} ${bounds.height / 2})`);
    const [ground, arrow] = [document.createElementNS(svg, 'circle'), document.createElementNS(svg, 'path')];
    ground.setAttribute('r', '12');
    arrow.setAttribute('d', 'M-5 0H5M1 -4L5 0L1 4');
    handle.append(ground, arrow);
    this.graphics(id)?.append(handle);
  }

  private name(id: string, label: string): void {
    const gfx = this.graphics(id);
    gfx?.setAttribute('role', 'button');
    gfx?.setAttribute('aria-label', label);
    gfx?.setAttribute('aria-pressed', 'false');
    gfx?.setAttribute('tabindex', '-1');
  }

  /** One thing at a time is reached by the tabulator, the others from it by arrow keys. */
  private rove(id: string | null): void {
    this.container.querySelectorAll('[data-element-id][tabindex="0"]').forEach((gfx) => gfx.setAttribute('tabindex', '-1'));
    const to = id ?? this.chosen ?? this.reading[0];
    if (to !== undefined && this.graphics(to)?.hasAttribute('tabindex')) {
      this.graphics(to)!.setAttribute('tabindex', '0');
    }
  }

  private press(): void {
    this.container.querySelectorAll('[aria-pressed="true"]').forEach((gfx) => gfx.setAttribute('aria-pressed', 'false'));
    const gfx = this.graphics(this.chosen ?? '');
    if (gfx?.hasAttribute('aria-pressed')) {
      gfx.setAttribute('aria-pressed', 'true');
    }
  }

  private graphics(id: string): SVGElement | null {
    const element = this.registry.get(id);
    return element === undefined ? null : (this.registry.getGraphics(element) as SVGElement);
  }

  private listen(): void {
    const events = this.service<EventBus>('eventBus');
    events.on('selection.changed', () => {
      if (!this.drawing) {
        this.press();
        this.doings.selected(this.chosen);
      }
    });
    events.on('element.click', ({ element }: { element: Shape }) => {
      if (find(this.scene!, element.id)?.is !== 'move' && this.graphics(element.id)?.hasAttribute('tabindex')) {
        this.rove(element.id);
        this.graphics(element.id)!.focus({ preventScroll: true });
      }
    });
    events.on('element.dblclick', ({ element }: { element: Shape }) => this.doings.open(element.id));
    events.on('element.mousedown', 1500, ({ element, originalEvent }: { element: Shape; originalEvent: MouseEvent }) => {
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
      const place = this.placeOf(event);
      if (place !== null) {
        this.doings.place(event.context.shape.id, place.stage.id, place.below?.id ?? null);
      }
    });
    events.on('connect.move', (event: Dragged) => this.scrollAlong(event.originalEvent));
    events.on(['shape.move.cleanup', 'connect.cleanup'], () => {
      this.drop.remove();
      window.setTimeout(() => this.showLater());
    });
    this.frame.addEventListener('wheel', (event) => {
      if (event.ctrlKey) {
        event.preventDefault();
        this.zoom(this.scale * (event.deltaY < 0 ? 1.1 : 1 / 1.1));
      }
    }, { passive: false });
  }

  private showLater(): void {
    const scene = this.later;
    this.later = null;
    if (scene !== null && scene.changes >= this.scene!.changes) {
      this.show(scene);
    }
  }

  private placeOf({ context: { shape }, dx, dy }: Dragged): ReturnType<typeof placeAt> {
    return placeAt(this.scene!, shape.id, shape.x + dx + shape.width / 2, shape.y + dy + shape.height / 2);
  }

  private showDrop(event: Dragged): void {
    const place = this.placeOf(event);
    if (place === null) {
      return;
    }

    const { band } = place.stage;
    const first = this.scene!.boxes.find((box) => box.stage === place.stage.id && box.id !== event.context.shape.id);
    const y = place.below !== null ? place.below.bounds.y + place.below.bounds.height + 8 : (first?.bounds.y ?? band.y + 80) - 14;
    const at = { x: band.x, y, width: band.width, height: 6 };
    Object.entries(at).forEach(([name, value]) => this.drop.setAttribute(name, String(value)));
    (this.canvas.getActiveLayer() as unknown as SVGElement).append(this.drop);
  }

  private scrollAlong(event: MouseEvent | undefined): void {
    if (event === undefined) {
      return;
    }

    const { left, right, top, bottom } = this.frame.getBoundingClientRect();
    const step = (near: number, far: number, at: number): number => (at < near + edge ? -edge / 2 : at > far - edge ? edge / 2 : 0);
    this.frame.scrollBy(step(left, right, event.clientX), step(top, bottom, event.clientY));
  }

  private isAllowed(action: string, about: Record<string, unknown>): boolean | null {
    const scene = this.scene!;
    const thing = (element: unknown): Thing | null => find(scene, (element as Shape | undefined)?.id ?? null);
    if (action === 'elements.move') {
      return (about['shapes'] as Shape[]).length === 1 && thing((about['shapes'] as Shape[])[0])?.is === 'box';
    }

    if (action === 'connection.create') {
      const [from, to] = [thing(about['source']), thing(about['target'])];
      // The library asks for the way back too: that is not what was drawn.
      return from?.is === 'box' && to?.is === 'box' && from.it.id === this.connectsFrom && mayConnect(scene, from.it, to.it);
    }

    return false;
  }

  private service<T>(name: string): T {
    return this.diagram.get<T>(name as never) as T;
  }
}
