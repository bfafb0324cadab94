import type { Client } from "../client";

/** Asks once in a run, however many objects want to know. Asks again after a failure. */
export function askedOnce<T>(ask: (client: Client) => Promise<T>): (client: Client) => Promise<T> {
  const answers = new WeakMap<Client, Promise<T>>();
  return (client) => {
    const known = answers.get(client);
    if (known !== undefined) {
      return known;
    }
    const answer = ask(client);
    answers.set(client, answer);
    answer.catch(() => answers.delete(client));
    return answer;
  };
}
