// The line to the server: one thing done is one form, sent in turn. What could not be sent is kept and sent again; its key makes sure that it is done once.
import type { Scene } from './scene';

const retryAfter = 5_000;
const lookEvery = 10_000;
const patience = 30_000;

export type Trouble = 'unreachable' | 'ended' | 'gone';

export interface Listener {
  /** A new scene, after something was done (mine) or because others changed the map. */
  drawn(scene: Scene, mine: boolean): void;
  refused(message: string): void;
  saving(isSaving: boolean): void;
  /** Null when all is well again. */
  trouble(what: Trouble | null): void;
}

interface Command {
  name: string;
  body: URLSearchParams;
}

type Answer = { scene: Scene } | { refusal: string } | { trouble: Trouble } | 'nothing' | 'stale';

export class Line {
  private readonly waiting: Command[] = [];
  private busy = false;
  private stopped: Trouble | null = null;
  private known = -1;
  private token = '';

  constructor(private readonly url: string, private readonly listener: Listener) {}

  get hasUnsaved(): boolean {
    return this.waiting.length > 0;
  }

  async start(): Promise<void> {
    await this.look(true);
    window.setInterval(() => void this.watch(), lookEvery);
    window.addEventListener('focus', () => void this.watch());
    window.addEventListener('online', () => this.again());
    window.addEventListener('beforeunload', (event) => {
      if (this.hasUnsaved) {
        event.preventDefault();
      }
    });
  }

  /** Sends what somebody did, after what was done before it. */
  send(name: string, fields: FormData | Record<string, string>): void {
    const body = new URLSearchParams();
    for (const [field, value] of fields instanceof FormData ? fields.entries() : Object.entries(fields)) {
      body.set(field, String(value));
    }

    body.set('FormKey', crypto.randomUUID());
    this.waiting.push({ name, body });
    void this.work();
  }

  /** Tries again what could not be sent. */
  again(): void {
    if (this.stopped !== 'gone') {
      this.stopped = null;
      void this.look(true).then(() => this.work());
    }
  }

  private async work(): Promise<void> {
    if (this.busy || this.stopped !== null) {
      return;
    }

    this.busy = true;
    this.listener.saving(true);
    for (let next = this.waiting[0]; next !== undefined && this.stopped === null; next = this.waiting[0]) {
      let answer = await this.post(next);
      if (answer === 'stale') {
        // The person signed in again meanwhile: the next scene brings the token that holds now.
        await this.look(true);
        answer = await this.post(next);
      }

      if (typeof answer === 'object' && 'trouble' in answer) {
        this.stop(answer.trouble);
      } else {
        this.waiting.shift();
        await this.tell(answer, true);
      }
    }

    this.busy = false;
    this.listener.saving(false);
  }

  private async watch(): Promise<void> {
    if (!this.busy && this.stopped === null && document.visibilityState === 'visible') {
      await this.look(false);
    }
  }

  private async look(isAsked: boolean): Promise<void> {
    const headers: Record<string, string> = isAsked ? {} : { 'Care-Watching': '1' };
    const answer = await this.ask(`${this.url}?handler=Scene&since=${this.known}&always=${isAsked}`, { headers });
    await this.tell(answer, false);
  }

  private post({ name, body }: Command): Promise<Answer> {
    body.set('Since', String(this.known));
    body.set('__RequestVerificationToken', this.token);
    return this.ask(`${this.url}?handler=${name}`, { method: 'POST', body });
  }

  private async ask(url: string, request: RequestInit): Promise<Answer> {
    try {
      const answer = await fetch(url, { ...request, headers: { ...request.headers, Accept: 'application/json' }, signal: AbortSignal.timeout(patience) });
      switch (answer.status) {
        case 200:
          return { scene: (await answer.json()) as Scene };
        case 204:
          return 'nothing';
        case 400:
          return 'stale';
        case 401:
          return { trouble: 'ended' };
        case 422:
          return { refusal: ((await answer.json()) as { message: string }).message };
        default:
          return { trouble: answer.status >= 500 ? 'unreachable' : 'gone' };
      }
    } catch {
      return { trouble: 'unreachable' };
    }
  }

  private async tell(answer: Answer, mine: boolean): Promise<void> {
    if (typeof answer === 'string') {
      if (answer === 'stale' && mine) {
        this.stop('ended');
      }
    } else if ('trouble' in answer) {
      this.stop(answer.trouble);
    } else if ('refusal' in answer) {
      await this.look(true);
      this.listener.refused(answer.refusal);
    } else {
      this.token = answer.scene.token;
      if (this.known < 0) {
        answer.scene.news = [];
      }

      this.known = answer.scene.changes;
      this.listener.trouble(null);
      this.listener.drawn(answer.scene, mine);
      if (mine) {
        document.dispatchEvent(new Event('care-used'));
      }
    }
  }

  private stop(trouble: Trouble): void {
    this.stopped = trouble;
    this.listener.trouble(trouble);
    if (trouble === 'unreachable') {
      window.setTimeout(() => this.again(), retryAfter);
    }
  }
}
