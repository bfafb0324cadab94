import type { Client } from "../client";

/** What does not change in a run is asked once, however many objects want to know; again where asking failed. */
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
