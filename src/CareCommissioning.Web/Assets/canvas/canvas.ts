// The page on which a map is drawn: board, panel and line to the server, put together. Without this script the page shows the picture and leads to the forms.
import { Board } from './board';
import { Keys } from './keys';
import { Line, type Trouble } from './line';
import { Panel } from './panel';
import { type Scene, find } from './scene';

class DrawPage {
  private readonly status: HTMLElement;
  private readonly alert: HTMLElement;
  private readonly board: Board;
  private readonly panel: Panel;
  private readonly line: Line;
  private scene: Scene | null = null;
  private selectNext: string | null = null;
  private typing: HTMLFormElement | null = null;

  constructor(private readonly root: HTMLElement) {
    const frame = this.part('[data-board]');
    this.status = this.part('[data-status]');
    this.alert = this.part('[data-alert]');
    frame.replaceChildren();
    const doings = {
      selected: (id: string | null) => this.show(id),
      place: (element: string, stage: string, below: string | null) => this.send('Place', { element, stage, below: below ?? '' }),
      order: (element: string, place: number) => this.send('Order', { element, place: String(place) }),
      connect: (from: string, to: string) => this.send('Connect', { from, to }),
      remove: (element: string) => this.send('Remove', { element }),
      open: (id: string, field?: 'name') => this.open(id, field),
      undo: () => this.undo(),
      redo: () => this.redo(),
      say: (words: string) => this.say(words),
    };
    this.board = new Board(frame, doings);
    this.panel = new Panel(this.part('[data-panel]'), (id) => this.choose(id));
    new Keys(this.board, frame, doings);
    this.line = new Line(root.dataset['draw']!, {
      drawn: (scene, mine) => this.drawn(scene, mine),
      refused: (message) => this.refuse(message),
      saving: (isSaving) => this.root.classList.toggle('care-draw--saving', isSaving),
      trouble: (trouble) => this.trouble(trouble),
    });
  }

  start(): void {
    const tools: Record<string, () => void> = {
      undo: () => this.undo(),
      redo: () => this.redo(),
      tidy: () => this.send('Tidy', {}),
      'zoom-in': () => this.board.zoom(this.board.zoomedTo * 1.25),
      'zoom-out': () => this.board.zoom(this.board.zoomedTo / 1.25),
      fit: () => this.board.fit(),
      remove: () => this.send('Remove', { element: this.board.chosen ?? '' }),
      earlier: () => this.order(-1),
      later: () => this.order(1),
      'to-board': () => this.board.focus(this.board.chosen),
      again: () => this.line.again(),
    };
    this.root.addEventListener('click', (event) => {
      const tool = (event.target as Element).closest<HTMLButtonElement>('[data-do]');
      if (tool !== null && tool.getAttribute('aria-disabled') !== 'true') {
        tools[tool.dataset['do']!]?.();
      }
    });
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      const form = event.target as HTMLFormElement;
      if (form === this.typing) {
        // A second click before the first was answered.
        return;
      }

      const fields = new FormData(form);
      if (form.dataset['send'] === 'Place' || form.dataset['send'] === 'Connect') {
        fields.set(form.dataset['send'] === 'Place' ? 'element' : 'from', this.board.chosen ?? '');
      }

      this.typing = form;
      this.panel.forgive(form);
      this.line.send(form.dataset['send']!, fields);
    });
    void this.line.start();
  }

  private drawn(scene: Scene, mine: boolean): void {
    const before = this.scene;
    this.scene = scene;
    if (mine && this.typing !== null) {
      this.panel.saved(this.typing);
      this.selectNext = this.typing.dataset['send'] === 'Add' ? this.added(before, scene) : null;
      this.typing = null;
    }

    if (mine) {
      this.alert.hidden = true;
    }

    const start = performance.now();
    this.board.show(scene);

    // How long it took stands in the browser's own record (docs/performance.md).
    performance.measure('care-draw', { start });
    if (this.selectNext !== null && !this.board.isDragging) {
      this.board.select(this.selectNext);
      this.selectNext = null;
    }

    this.tell(scene, mine);
    this.root.querySelectorAll<HTMLElement>('[data-scripted]').forEach((part) => (part.hidden = false));
    this.enable('undo', scene.undo === null ? null : `Undo: ${scene.undo.what}`);
    this.enable('redo', scene.redo === null ? null : `Redo: ${scene.redo.what}`);
    this.enable('tidy', scene.isPutByHand ? 'Tidy up: let all boxes find their places' : null);
    this.part('[data-to-mend]').textContent = scene.toMend === 0 ? 'Nothing stops its agreement' : `${scene.toMend} to mend before it can be agreed`;
    if (before === null) {
      this.root.dataset['ready'] = 'true';
    }
  }

  private added(before: Scene | null, now: Scene): string | null {
    const known = new Set([...(before?.boxes ?? []), ...(before?.stages ?? [])].map((thing) => thing.id));
    return [...now.boxes, ...now.stages].find((thing) => !known.has(thing.id))?.id ?? null;
  }

  private tell(scene: Scene, mine: boolean): void {
    const words = scene.news.map((news) => (news.mine ? news.what : `${news.who}: ${news.what}`));
    if (words.length > 0) {
      this.say(`${words.join('. ')}.${mine ? ' Saved.' : ''}`);
    } else if (mine) {
      this.say('Nothing changed.');
    }
  }

  private show(id: string | null): void {
    if (this.scene !== null) {
      this.panel.show(this.scene, id);
    }
  }

  private choose(id: string): void {
    this.board.select(id);
    this.panel.focus();
  }

  private open(id: string, field?: 'name'): void {
    if (this.board.chosen !== id) {
      this.board.select(id);
    }

    this.panel.focus(field);
  }

  private send(name: string, fields: Record<string, string>): void {
    this.line.send(name, fields);
  }

  private undo(): void {
    if (this.scene?.undo) {
      this.send('Undo', { change: String(this.scene.undo.number) });
    } else {
      this.say('There is nothing of yours to undo');
    }
  }

  private redo(): void {
    if (this.scene?.redo) {
      this.send('Undo', { change: String(this.scene.redo.number) });
    } else {
      this.say('There is nothing to redo');
    }
  }

  private order(by: number): void {
    const stage = find(this.scene!, this.board.chosen);
    if (stage?.is === 'stage') {
      this.send('Order', { element: stage.it.id, place: String(Math.max(0, this.scene!.stages.indexOf(stage.it) + by)) });
    }
  }

  private refuse(message: string): void {
    const form = this.typing;
    this.typing = null;
    if (form === null) {
      this.complain(message, []);
    } else {
      this.panel.refuse(form, message);
    }
  }

  private trouble(trouble: Trouble | null): void {
    const unsaved = this.line.hasUnsaved ? ' What you did last is not saved yet; it is kept here.' : '';
    if (trouble === 'unreachable') {
      this.complain(`The service cannot be reached.${unsaved} It is tried again every few seconds.`, ['again']);
    } else if (trouble === 'ended') {
      this.complain(`Your session has ended.${unsaved} Sign in again in another tab, then come back and try again.`, ['sign-in', 'again']);
    } else if (trouble === 'gone') {
      this.complain('This version can no longer be drawn on: it was put to signature, or you may not change it any more.', ['leave']);
    } else if (this.alert.dataset['trouble'] === 'true') {
      this.alert.hidden = true;
    }

    this.alert.dataset['trouble'] = String(trouble !== null);
  }

  private complain(message: string, ways: string[]): void {
    this.part('[data-message]').textContent = message;
    this.alert.querySelectorAll<HTMLElement>('[data-way]').forEach((way) => (way.hidden = !ways.includes(way.dataset['way']!)));
    this.alert.hidden = false;
    this.alert.dataset['trouble'] = 'false';
  }

  private enable(tool: string, title: string | null): void {
    const button = this.part(`[data-do="${tool}"]`);
    button.setAttribute('aria-disabled', String(title === null));
    button.title = title ?? '';
  }

  private say(words: string): void {
    this.status.textContent = words;
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.root.querySelector<T>(selector)!;
  }
}

const root = document.querySelector<HTMLElement>('[data-draw]');
if (root !== null) {
  new DrawPage(root).start();
}
