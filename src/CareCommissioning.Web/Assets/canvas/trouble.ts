// Why nothing can be saved just now, in words, and what a person can do about it.

export type Trouble = 'unreachable' | 'unsaved' | 'ended' | 'other' | 'denied' | 'gone';

export type Remedy = 'sign-in' | 'again' | 'leave';

/** What an answer of the server that is no answer to the form means. */
export function troubleOf(status: number): Trouble {
  switch (status) {
    case 401:
      return 'ended';
    case 403:
      return 'denied';
    case 404:
      return 'gone';
    default:
      return status >= 400 && status < 500 ? 'unsaved' : 'unreachable';
  }
}

/** @param unsaved How many things the person did that are not saved yet. */
export function wordsOf(trouble: Trouble, unsaved: number): [message: string, ways: Remedy[]] {
  const kept = keptWords(unsaved);
  switch (trouble) {
    case 'unreachable':
      return [`The service cannot be reached.${kept} It is tried again every few seconds.`, ['again']];
    case 'unsaved':
      return [unsaved === 0 ? 'What others changed could not be fetched. Try again in a moment.' : `The service did not take what you did last.${kept} Try again in a moment; if that does not help, load the page anew and do it again.`, ['again']];
    case 'ended':
      return [`Your session has ended.${kept} Sign in again in another tab, then come back and try again.`, ['sign-in', 'again']];
    case 'other':
      return [`Somebody else is signed in in this browser now.${notSavedWords(unsaved)} Sign in again as yourself: sign out in another tab and in again there, then come back and try again.`, ['sign-in', 'again']];
    case 'denied':
      return [`You may not draw on this map, or somebody else is signed in in this browser now.${kept}`, ['sign-in', 'again', 'leave']];
    case 'gone':
      return [`This version can no longer be drawn on: it was put to signature, or is not open to whoever is signed in in this browser now.${kept}`, ['leave', 'again']];
  }
}

function notSavedWords(unsaved: number): string {
  if (unsaved === 0) {
    return '';
  }

  return unsaved === 1 ? ' What you did last was not saved; it is kept here.' : ` The last ${unsaved} things you did were not saved; they are kept here.`;
}

// The number also makes it another sentence each time, so that it is announced again.
function keptWords(unsaved: number): string {
  if (unsaved === 0) {
    return '';
  }

  return unsaved === 1 ? ' What you did last is not saved yet; it is kept here.' : ` The last ${unsaved} things you did are not saved yet; they are kept here.`;
}
