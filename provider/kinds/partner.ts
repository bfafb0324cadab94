import { ServerRefusal } from "../client";

/** The name of an organisation with which something is shared, in messages and in decisions. */
export function partner(organisation: string): string {
  return `organisation ${organisation}`;
}

export function collaboratorInWords(user: string): string {
  return `user ${user}`;
}

/** What a whole list says about each of its members. */
export function pointsOf(
  members: readonly string[],
  inWords: (member: string) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(members.map((member) => [inWords(member), "shared"]));
}

/** Partners may lie in trees that the caller does not see. Only the server knows whether they exist. */
export async function aboutPartner<T>(organisation: string, share: () => Promise<T>): Promise<T> {
  try {
    return await share();
  } catch (error) {
    if (error instanceof ServerRefusal && error.status === 404) {
      const named = error.about("sharedWith");
      throw new ServerRefusal(error.code, error.said, {
        ...named.details,
        why: `There is no ${partner(organisation)} to share with: it was deleted, or the number is wrong.`,
        remedy: "Give the id of an existing organisation, or take it out of `sharedWith`.",
      });
    }
    throw error instanceof ServerRefusal ? error.about("sharedWith") : error;
  }
}
