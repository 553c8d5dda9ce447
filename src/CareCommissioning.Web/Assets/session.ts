// Two minutes before the session ends, asks whether the person is still there. What they typed stays on the page whatever they answer.

const second = 1000;

export function watchSession(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-session-seconds]');
  if (dialog !== null) {
    new SessionWarning(dialog).start();
  }
}

class SessionWarning {
  private readonly words: HTMLElement;
  private readonly stay: HTMLButtonElement;
  private readonly warnBefore: number;
  private endsAt: number;

  /** However much is done: no session is longer. */
  private longest: number;
  private ended = false;

  // Pages of the same person in other tabs: what keeps the session there keeps it here.
  private readonly others = 'BroadcastChannel' in window ? new BroadcastChannel('care-session') : null;

  constructor(private readonly dialog: HTMLDialogElement) {
    this.words = dialog.querySelector<HTMLElement>('[role="status"]')!;
    this.stay = dialog.querySelector<HTMLButtonElement>('[data-session-stay]')!;
    this.warnBefore = Number(dialog.dataset.sessionWarning) * second;
    this.endsAt = Date.now() + Number(dialog.dataset.sessionSeconds) * second;
    this.longest = Date.now() + Number(dialog.dataset.sessionLongest) * second;
  }

  start(): void {
    this.stay.addEventListener('click', () => void this.keep());

    // Escape means "leave me alone", and that is to go on working.
    this.dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      void this.keep();
    });
    this.others?.addEventListener('message', (event: MessageEvent<unknown>) => {
      const { endsAt, longest } = event.data as { endsAt?: number; longest?: number };
      if (endsAt !== undefined && longest !== undefined && endsAt > this.endsAt) {
        this.longest = Math.max(this.longest, longest);
        this.goOnUntil(endsAt);
      }
    });
    this.tellOthers();

    // A script of this page did something for the person: the session begins to count anew.
    document.addEventListener('care-used', () => {
      this.goOnUntil(Math.max(this.endsAt, Math.min(this.longest, Date.now() + Number(this.dialog.dataset.sessionIdle) * second)));
      this.tellOthers();
    });

    // By the clock, not by counting: a sleeping computer counts nothing.
    window.setInterval(() => this.look(), second);
  }

  private look(): void {
    const left = this.endsAt - Date.now();
    if (this.ended || left > this.warnBefore) {
      return;
    }

    if (left <= 0) {
      this.ended = true;
      this.say('Your session has ended. Nothing you typed is lost: send the page as usual, and you are asked to sign in first.');
      this.stay.textContent = 'Back to the page';
    } else {
      const minutes = Math.ceil(left / (60 * second));
      this.say(`You will be signed out in ${minutes === 1 ? 'less than a minute' : `${minutes} minutes`}, because the page was not used for a while.`);
    }

    if (!this.dialog.open) {
      this.dialog.showModal();
      this.stay.focus();
    }
  }

  private async keep(): Promise<void> {
    if (this.ended) {
      this.dialog.close();
      return;
    }

    const token = this.dialog.querySelector<HTMLInputElement>('input[name="__RequestVerificationToken"]')!.value;
    try {
      const answer = await fetch(this.dialog.dataset.sessionUrl!, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams({ __RequestVerificationToken: token }),
      });
      if (answer.ok) {
        const { seconds } = (await answer.json()) as { seconds: number };
        this.goOnUntil(Date.now() + seconds * second);
        this.tellOthers();
      } else {
        this.endsAt = Date.now();
        this.look();
      }
    } catch {
      this.say('The service cannot be reached. Check your connection, then try again.');
    }
  }

  private goOnUntil(moment: number): void {
    this.endsAt = moment;

    // Signed in anew in another tab, it is another session, which may last longer.
    this.longest = Math.max(this.longest, moment);
    this.ended = false;
    this.stay.textContent = 'Stay signed in';
    this.dialog.close();
  }

  private tellOthers(): void {
    this.others?.postMessage({ endsAt: this.endsAt, longest: this.longest });
  }

  // Only a new sentence is announced.
  private say(words: string): void {
    if (this.words.textContent !== words) {
      this.words.textContent = words;
    }
  }
}
