// The line to the server: one thing done is one form, sent in turn. What could not be sent is kept and sent again; its key makes sure that it is done once.
import type { Command } from './commands';
import type { Scene } from './scene';
import { type Trouble, troubleOf } from './trouble';

const retryAfter = 5_000;
const lookEvery = 10_000;
const patience = 30_000;

export interface Refusal {
  code: string;
  message: string;
  /** Name of the field that it is about; null where it is about all. */
  field: string | null;
}

export interface Listener {
  /** A new scene, after a command was done, or (null) because the map was changed meanwhile. */
  drawn(scene: Scene, done: Command | null): void;
  refused(refusal: Refusal, command: Command): void;
  /** Nothing is left of a command to be done. */
  needless(why: string): void;
  saving(isSaving: boolean): void;
  /** Null when all is well again. */
  trouble(what: Trouble | null): void;
}

interface Waiting {
  command: Command;
  /** As it was first sent: whether the server had it then is not known, so that the same is sent again. */
  body: URLSearchParams | null;
  /** Nothing but the person's own doing sends it: the session counts anew. */
  isFresh: boolean;
}

type Answer = { scene: Scene } | { refusal: Refusal } | { trouble: Trouble } | 'nothing' | 'stale';

export class Line {
  private readonly waiting: Waiting[] = [];
  private scene: Scene | null = null;
  private token = '';
  private busy = false;
  private stopped: Trouble | null = null;
  private retry: number | undefined;

  constructor(private readonly url: string, private readonly listener: Listener) {}

  /** How many things are not saved yet. */
  get unsaved(): number {
    return this.waiting.length;
  }

  async start(): Promise<void> {
    window.setInterval(() => void this.watch(), lookEvery);
    window.addEventListener('focus', () => void this.watch());
    window.addEventListener('online', () => {
      if (this.stopped === 'unreachable') {
        this.again(false);
      }
    });
    window.addEventListener('beforeunload', (event) => {
      // Who may draw no more was told so, and is let go.
      if (this.unsaved > 0 && this.stopped !== 'gone' && this.stopped !== 'denied') {
        event.preventDefault();
      }
    });
    await this.look(true, true);
  }

  /** Sends what somebody did, after what was done before it. */
  send(command: Command): void {
    this.waiting.push({ command, body: null, isFresh: true });
    if (this.stopped !== null) {
      this.listener.trouble(this.stopped);
    }

    void this.work();
  }

  /** Tries again what could not be sent. */
  again(isAsked = true): void {
    window.clearTimeout(this.retry);
    this.stopped = null;
    void this.look(true, isAsked).then(() => this.work());
  }

  private async work(): Promise<void> {
    if (this.busy || this.stopped !== null || this.scene === null) {
      return;
    }

    this.busy = true;
    try {
      for (let next = this.waiting[0]; next !== undefined && this.stopped === null; next = this.waiting[0]) {
        await this.settle(next, this.scene);
      }
    } finally {
      this.busy = false;
      this.listener.saving(false);
    }
  }

  private async settle(next: Waiting, scene: Scene): Promise<void> {
    if (next.body === null) {
      const fields = next.command.fields(scene);
      if (typeof fields === 'string') {
        this.waiting.shift();
        this.listener.trouble(null);
        this.listener.needless(fields);
        return;
      }

      next.body = new URLSearchParams({ ...fields, FormKey: crypto.randomUUID() });
    }

    this.listener.saving(true);
    let answer = await this.post(next.command.name, next.body, next.isFresh);
    next.isFresh = false;
    if (answer === 'stale') {
      // The person signed in again meanwhile: the next scene brings the token that holds now. Or somebody else did, and then nothing is sent.
      await this.look(true, false);
      if (this.stopped !== null) {
        return;
      }

      answer = await this.post(next.command.name, next.body, false);
    }

    if (typeof answer === 'string') {
      this.stop('unsaved');
    } else if ('trouble' in answer) {
      this.stop(answer.trouble);
    } else {
      this.waiting.shift();
      await this.tell(answer, next.command);
    }
  }

  private async tell(answer: { scene: Scene } | { refusal: Refusal }, command: Command): Promise<void> {
    if ('scene' in answer) {
      this.take(answer.scene, command);
    } else {
      // Why it is refused is seen on the map as it is now.
      this.listener.trouble(null);
      await this.look(true, false);
      this.listener.refused(answer.refusal, command);
    }
  }

  private async watch(): Promise<void> {
    if (!this.busy && this.stopped === null && document.visibilityState === 'visible') {
      await this.look(false, false);
    }
  }

  /** @param isAsked A person asked for it: otherwise the session does not last longer for it. */
  private async look(always: boolean, isAsked: boolean): Promise<void> {
    const answer = await this.ask(`${this.url}?handler=Scene&since=${this.scene?.changes ?? -1}&always=${always}`, {}, isAsked);
    if (typeof answer === 'object' && 'scene' in answer) {
      this.take(answer.scene, null);
    } else if (typeof answer === 'object' && 'trouble' in answer) {
      this.stop(answer.trouble);
    }
  }

  /** Takes a scene, unless it is somebody else's or, having come late, is older than what is known. */
  private take(scene: Scene, done: Command | null): void {
    const known = this.scene;
    if (known !== null && scene.mark !== known.mark) {
      this.stop('other');
      return;
    }

    this.token = scene.token;
    if (done !== null || this.unsaved === 0) {
      this.listener.trouble(null);
    }

    if (known === null) {
      this.scene = { ...scene, news: [] };
    } else if (scene.changes > known.changes) {
      this.scene = scene;
    } else if (done === null) {
      return;
    } else {
      this.scene = { ...known, news: scene.news };
    }

    this.listener.drawn(this.scene, done);
  }

  private post(name: string, body: URLSearchParams, isAsked: boolean): Promise<Answer> {
    body.set('Since', String(this.scene?.changes ?? -1));
    body.set('__RequestVerificationToken', this.token);
    return this.ask(`${this.url}?handler=${name}`, { method: 'POST', body }, isAsked);
  }

  private async ask(url: string, request: RequestInit, isAsked: boolean): Promise<Answer> {
    try {
      const headers: Record<string, string> = isAsked ? { Accept: 'application/json' } : { Accept: 'application/json', 'Care-Watching': '1' };
      const answer = await fetch(url, { ...request, headers, signal: AbortSignal.timeout(patience) });
      if (isAsked && (answer.ok || answer.status === 422)) {
        document.dispatchEvent(new Event('care-used'));
      }

      switch (answer.status) {
        case 200:
          return { scene: (await answer.json()) as Scene };
        case 204:
          return 'nothing';
        case 400:
          return 'stale';
        case 422:
          return { refusal: (await answer.json()) as Refusal };
        default:
          return { trouble: troubleOf(answer.status) };
      }
    } catch {
      return { trouble: 'unreachable' };
    }
  }

  private stop(trouble: Trouble): void {
    this.stopped = trouble;
    this.listener.trouble(trouble);
    window.clearTimeout(this.retry);
    if (trouble === 'unreachable') {
      this.retry = window.setTimeout(() => this.again(false), retryAfter);
    }
  }
}
