import { fingerprint } from "../../access/secrets";
import { refuse } from "../../refusal";
import type { MailedLink, User } from "../../world/model";
import { statusOf } from "../../world/user-status";
import type { Platform } from "../implement";

type Purpose = MailedLink["purpose"];

const hour = 60 * 60 * 1000;

const subjects: Readonly<Record<Purpose, string>> = {
  activation: "Activate your hale»connect account",
  passwordReset: "Set a new hale»connect password",
};

/** Mails a link, and forgets an earlier one for the same purpose. The key itself is in the mail and nowhere else. */
export function mailLink({ world, now, newSecret, commit, outbox }: Platform, user: User, purpose: Purpose): void {
  const key = newSecret();
  const hours = purpose === "activation" ? world.registration.activationHours : hoursOfReset;
  const link = { user: user.id, purpose, keyHash: fingerprint(key), expires: now() + hours * hour };
  commit({ type: "linkMailed", link });
  outbox.post({ to: user.email, subject: subjects[purpose], key });
}

/** docs/platform.md#users, «Forgot your password?». */
const hoursOfReset = 2;

/** Whose account a link waits for; 404 for a key that is wrong, used, too old, or for an account in another state. */
export function userOfLink({ world, now }: Platform, key: string, purpose: Purpose): User {
  const link = world.links.withKey(fingerprint(key));
  const user = world.users.get(link?.user ?? "");
  const isGood = link !== undefined && link.purpose === purpose && now() < link.expires;
  if (!isGood || user === undefined || statusOf(user) !== (purpose === "activation" ? "notActivated" : "active")) {
    throw refuse.absent("such link any more: it was used, it is too old, or a newer one was mailed");
  }
  return user;
}
