// Draws each thing as the server drew it: the canvas shows the same picture as the page, the poster and the file.
import type EventBus from 'diagram-js/lib/core/EventBus';
import BaseRenderer from 'diagram-js/lib/draw/BaseRenderer';
import type { ConnectionLike, ShapeLike } from 'diagram-js/lib/core/Types';

const svg = 'http://www.w3.org/2000/svg';
const aboveTheDefault = 1500;

export class PictureRenderer extends BaseRenderer {
  static $inject = ['eventBus'];

  private parts = new Map<string, Element>();

  constructor(eventBus: EventBus) {
    super(eventBus, aboveTheDefault);
  }

  /** Takes a picture apart. Returns its definitions, for the canvas to hold. */
  show(picture: string): Element | null {
    const whole = new DOMParser().parseFromString(picture, 'image/svg+xml').documentElement;
    this.parts = new Map([...whole.querySelectorAll('[data-id]')].map((part) => [part.getAttribute('data-id')!, part]));
    return whole.querySelector('defs');
  }

  override canRender(): boolean {
    return true;
  }

  // The picture's own places are counted from its corner, a shape's from the shape's.
  override drawShape(visuals: SVGElement, shape: ShapeLike): SVGElement {
    return this.draw(visuals, shape.id, `translate(${-(shape['x'] as number)} ${-(shape['y'] as number)})`);
  }

  override drawConnection(visuals: SVGElement, connection: ConnectionLike): SVGElement {
    if (this.parts.has(connection.id)) {
      return this.draw(visuals, connection.id, null);
    }

    // What is being drawn from box to box and is no move yet.
    const line = document.createElementNS(svg, 'polyline');
    line.setAttribute('class', 'canvas-new-move');
    line.setAttribute('points', connection.waypoints.map(({ x, y }) => `${x},${y}`).join(' '));
    visuals.append(line);
    return line;
  }

  private draw(visuals: SVGElement, id: string, transform: string | null): SVGElement {
    const group = document.createElementNS(svg, 'g');
    group.setAttribute('aria-hidden', 'true');
    if (transform !== null) {
      group.setAttribute('transform', transform);
    }

    group.append(...[...(this.parts.get(id)?.childNodes ?? [])].map((part) => document.importNode(part, true)));
    visuals.append(group);
    return group;
  }
}
