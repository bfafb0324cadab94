import { inspect } from "node:util";
import { formsOf } from "../../../../provider/client";

/** Values by which a leak shows, each in a field that holds such a thing. */
export const marks = {
  password: "Canary-password-1",
  newPassword: "Canary-password-2",
  fullName: "Canaria Vogelsang",
  screenName: "canary-screen",
  username: "canary-user",
  email: "canary@vogel.example",
  phone: "+49 99 7654321",
  street: "Canarystrasse 17",
  organisation: "Canary-Amt",
  description: "Canary-Beschreibung",
} as const;

/** The marks, in any of their spellings, that a text holds. */
export function leaksIn(text: string, names: readonly (keyof typeof marks)[]): string[] {
  return names.filter((name) => formsOf(marks[name]).some((form) => text.includes(form)));
}

export const everyMark = Object.keys(marks) as (keyof typeof marks)[];

export const shown = (value: unknown): string => inspect(value, { depth: 20 });
