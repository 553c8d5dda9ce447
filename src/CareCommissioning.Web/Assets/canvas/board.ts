// The board: shows a scene and tells what somebody does on it with mouse or finger. It changes nothing by itself.
import Diagram from 'diagram-js';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementFactory from 'diagram-js/lib/core/ElementFactory';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type EventBus from 'diagram-js/lib/core/EventBus';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import type { Connection, Shape } from 'diagram-js/lib/model/Types';
import { type DragDoings, Drags, handle } from './drags';
import { PictureRenderer } from './renderer';
import { type Scene, find } from './scene';

const smallest = 0.2;
const largest = 2;

export interface Doings extends DragDoings {
  selected(id: string | null): void;
  open(id: string): void;
}

export class Board {
  scene: Scene | null = null;
  private readonly diagram: Diagram;
  private readonly canvas: Canvas;
  private readonly registry: ElementRegistry;
  private readonly selection: Selection;
  private readonly renderer: PictureRenderer;
  private readonly drags: Drags;
  private later: Scene | null = null;
  private scale = 1;
  private drawing = false;

  constructor(private readonly frame: HTMLElement, private readonly doings: Doings) {
    this.drags = new Drags(frame, () => this.scene!, doings, () => this.showLater());
    this.diagram = new Diagram({
      canvas: { container: frame },
      modules: [
        ...this.drags.modules,
        { __init__: ['picture'], picture: ['type', PictureRenderer] },
      ],
    } as unknown as ConstructorParameters<typeof Diagram>[0]);
    this.canvas = this.service<Canvas>('canvas');
    this.registry = this.service<ElementRegistry>('elementRegistry');
    this.selection = this.service<Selection>('selection');
    this.renderer = this.service<PictureRenderer>('picture');
    const picture = this.container.querySelector('svg')!;
    picture.removeAttribute('tabindex');
    picture.setAttribute('role', 'presentation');
    this.drags.listen(this.diagram);
    this.listen();
  }

  private get container(): HTMLElement {
    return this.canvas.getContainer();
  }

  get isDragging(): boolean {
    return this.drags.isUnderWay;
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
    const place = this.reading.indexOf(hadFocus ?? '');
    this.drawing = true;
    this.scene = scene;

    // Sized while it is empty, so that all that is drawn is laid out by the browser once.
    this.diagram.clear();
    this.zoom(this.scale);
    this.draw(scene);
    const still = [chosen].filter((id) => find(scene, id) !== null);
    this.selection.select(still.map((id) => this.registry.get(id!)!) as Shape[]);
    this.drawing = false;
    this.press();
    this.rove(find(scene, hadFocus) === null ? null : hadFocus);
    if (hadFocus !== null && this.focused !== hadFocus) {
      // Where it is gone, to what stood above it: its stage at the least.
      this.focus(find(scene, hadFocus) === null ? this.reading[Math.max(place - 1, 0)] ?? null : hadFocus);
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

  /** Takes the keyboard to what is selected, to where a selected move begins, or to the first of all. */
  focusChosen(): void {
    const thing = this.scene === null ? null : find(this.scene, this.chosen);
    this.focus(thing?.is === 'move' ? thing.it.from : (thing?.it.id ?? this.reading[0] ?? null));
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

  private draw(scene: Scene): void {
    const definitions = this.renderer.show(scene.picture);
    const picture = this.container.querySelector('svg')!;
    if (definitions !== null && picture.querySelector(':scope > defs') === null) {
      picture.append(document.importNode(definitions, true));
    }

    const factory = this.service<ElementFactory>('elementFactory');
    const root = this.canvas.getRootElement() as Shape;
    const boxes = new Map(scene.boxes.map((box) => [box.id, factory.createShape({ id: box.id, ...box.bounds }) as Shape]));
    for (const stage of scene.stages) {
      this.canvas.addShape(factory.createShape({ id: stage.id, ...stage.band }) as Shape, root);
      this.name(stage.id, stage.label);
    }

    for (const move of scene.moves) {
      const ends = { source: boxes.get(move.from)!, target: boxes.get(move.to)! };
      this.canvas.addConnection(factory.createConnection({ id: move.id, waypoints: move.points.map(([x, y]) => ({ x, y })), ...ends }) as Connection, root);
      this.graphics(move.id)?.setAttribute('aria-hidden', 'true');
    }

    for (const box of scene.boxes) {
      this.canvas.addShape(boxes.get(box.id)!, root);
      this.name(box.id, box.label);
      if (box.kind !== 'Exit') {
        this.graphics(box.id)?.append(handle(box.bounds));
      }
    }
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
    const gfx = [id, this.chosen, this.reading[0]].map((to) => this.graphics(to ?? '')).find((it) => it?.hasAttribute('tabindex'));
    gfx?.setAttribute('tabindex', '0');
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
    events.on('element.dblclick', ({ element }: { element: Shape }) => {
      // Not on the ground, where there is nothing to open.
      if (find(this.scene!, element.id) !== null) {
        this.doings.open(element.id);
      }
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

  private service<T>(name: string): T {
    return this.diagram.get<T>(name as never) as T;
  }
}
