import type { z } from "zod";
import { accounts } from "../../../provider/contract";
import { may } from "../../access/permissions";
import { fingerprint } from "../../access/secrets";
import { seesOrganisation } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { OrganisationToken, TokenRenewal } from "../../world/model";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";
import { refuseUnless } from "./organisations";

type Context = Platform & Visitor;
type Span = z.output<typeof accounts.TokenRegeneration>;

const day = 24 * 60 * 60 * 1000;

const getOrganisationTokens = implementList(accounts.getOrganisationTokens, (call) => {
  const { query, world, now } = call;
  const wanted = world.tokens
    .all()
    .filter(({ organisation }) => query.organisation === undefined || organisation === query.organisation)
    .filter(({ name }) => query.name === undefined || name === query.name)
    .filter((token) => isManaged(call, token));
  return pageableList(wanted, (token) => show(token, now()));
});

const getOrganisationToken = implement(accounts.getOrganisationToken, (call) =>
  show(managed(call, call.path.tokenId), call.now()),
);

const createOrganisationToken = implement(accounts.createOrganisationToken, (call) => {
  const { body, world, caller, now, newSecret, commit } = call;
  const { organisation, name } = body;
  if (!seesOrganisation(world, caller, organisation)) {
    const message = `there is no organisation ${organisation}, or you are not allowed to see it`;
    throw refuse.invalid([{ field: "organisation", message }]);
  }
  refuseUnless(call, "edit", organisation);
  const secret = newSecret();
  const id = world.tokens.nextId;
  const token = { id, name, organisation, ...renewalFor(body, secret, now()), createdBy: caller.id };
  commit({ type: "tokenCreated", token });
  return { ...show(token, now()), token: secret };
});

/** Also of one that is expired or revoked, which is valid again. */
const regenerateOrganisationToken = implement(accounts.regenerateOrganisationToken, (call) => {
  const { id } = managed(call, call.path.tokenId);
  const secret = call.newSecret();
  call.commit({ type: "tokenRegenerated", id, renewal: renewalFor(call.body, secret, call.now()) });
  return { ...show(managed(call, id), call.now()), token: secret };
});

const revokeOrganisationToken = implement(accounts.revokeOrganisationToken, (call) => {
  const { id, revoked } = managed(call, call.path.tokenId);
  if (revoked !== true) {
    call.commit({ type: "tokenRevoked", id });
  }
  return show(managed(call, id), call.now());
});

const removeOrganisationToken = implement(accounts.removeOrganisationToken, (call) => {
  const { id } = managed(call, call.path.tokenId);
  call.commit({ type: "tokenRemoved", id });
  return { error: false, message: `Token ${id} is removed.` };
});

export const tokens = [
  getOrganisationTokens,
  getOrganisationToken,
  createOrganisationToken,
  regenerateOrganisationToken,
  revokeOrganisationToken,
  removeOrganisationToken,
];

/** Tokens are for those who manage the organisation; nobody else learns that there is one. */
function isManaged({ world, caller }: Context, { organisation }: OrganisationToken): boolean {
  return may(world, caller, "edit", { type: "Organisation", organisation });
}

function managed(call: Context, id: string): OrganisationToken {
  const token = call.world.tokens.get(id);
  if (token === undefined || !isManaged(call, token)) {
    throw refuse.absent(`token ${id}`);
  }
  return token;
}

/** A reminder is kept and shown; nothing here waits for its time to come, so no mail is posted. */
function renewalFor({ validFrom, validDays, reminder }: Span, secret: string, now: number): TokenRenewal {
  const from = validFrom ?? now;
  const validUntil = from + (validDays ?? accounts.defaultTokenDays) * day;
  if (reminder !== undefined && reminder > validUntil) {
    throw refuse.invalid([{ field: "reminder", message: "lies after the end of the token" }]);
  }
  return {
    validFrom: from,
    validUntil,
    ...(reminder === undefined ? {} : { reminder }),
    secretHash: fingerprint(secret),
    created: now,
  };
}

/** The token itself is shown once, by those who make it; all that is kept of it is a hash, which nobody sees. */
function show(token: OrganisationToken, now: number): z.output<typeof accounts.OrganisationToken> {
  const { id, name, organisation, validFrom, validUntil, reminder, revoked, createdBy, created } = token;
  const state = revoked === true ? "revoked" : now < validUntil ? "valid" : "expired";
  return {
    id,
    name,
    organisation,
    validFrom,
    validUntil,
    ...(reminder === undefined ? {} : { reminder }),
    state,
    createdBy,
    created,
  };
}
