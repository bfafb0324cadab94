import { z } from "zod";
import type { Client } from "../../client";
import * as accounts from "../../contract/accounts";
import { comparedAs, isSpeltLike } from "../equality";
import {
  kind,
  type Declared,
  type Fields,
  type Listing,
  type Live,
  type Obstacle,
  type Outlook,
  type Values,
} from "../kind";
import { organisationObstacles } from "./membership";
import { managingObstacles } from "../permission";
import { orAbsent } from "../refusals";
import { organisationId } from "../references";
import { ofOneOrganisation } from "../standing";

type Remote = z.output<typeof accounts.OrganisationToken>;

const form = accounts.NewOrganisationToken.shape;
const day = 24 * 60 * 60 * 1000;

const inputs = {
  organisation: {
    type: organisationId,
    mark: "replace",
    refersTo: "Organisation",
    doc: "The organisation whose protected services the token opens.",
    source: "platform#organisation-tokens",
  },
  name: {
    type: form.name,
    mark: "replace",
    doc: "What the token is for: one line of 1 to 200 characters.",
    source: "platform#organisation-tokens",
  },
  validFrom: {
    type: comparedAs(
      "moment",
      z.iso.datetime({ offset: true, error: "expected a moment such as 2027-01-01T00:00:00Z" }),
    ).optional(),
    mark: "local",
    doc: "When the first token becomes valid: a moment such as `2027-01-01T00:00:00Z`. Default: at once. A renewed token is always valid at once. A change makes a new token.",
    source: "platform#organisation-tokens",
  },
  validDays: {
    type: form.validDays,
    mark: "mutable",
    doc: "How many days a token is valid, 1 to 3660. Default of the platform: 14. A change makes a new token.",
    source: "platform#organisation-tokens",
  },
  reminderDays: {
    type: z.number().int().min(0).max(3660).optional(),
    mark: "mutable",
    doc: "How many days before the end of the token the platform sends a reminder by mail, 0 to `validDays`. Default: no mail. A change makes a new token.",
    source: "platform#organisation-tokens",
  },
  renewDays: {
    type: z.number().min(0).max(3660).optional(),
    mark: "local",
    doc: "How many days before the end of the token an `up` makes a new one: 0 or more, and less than `validDays`. Default: a fifth of `validDays`.",
    source: "decisions#tokens-are-renewed-before-they-end",
  },
} as const satisfies Fields;

type DeclaredToken = Declared<typeof inputs>;

/** A token for an organisation's protected OGC services (docs/platform.md#datasets-and-services). */
export const apiToken = kind({
  name: "ApiToken",
  doc: "A token for an organisation's protected OGC services, as the output `token`. The platform shows a token only once, so the state keeps it, encrypted. An `up` makes a new token when the old one nears its end, when it has expired or was revoked, and when the state has lost its secret.",
  example: [
    'const token = new ApiToken("viewer", { organisation: "1", name: "map viewer", validDays: 90 });',
    "export const secret = token.token;",
  ].join("\n"),
  inputs,
  outputs: {
    token: {
      type: z.string().optional(),
      secret: true,
      once: true,
      doc: "The token itself, which is its secret.",
      source: "platform#organisation-tokens",
    },
    validUntil: {
      type: z.number().optional(),
      doc: "When the token ends, in milliseconds since 1970.",
      source: "platform#organisation-tokens",
    },
    state: {
      type: accounts.tokenState.optional(),
      doc: "Whether the services accept the token.",
      source: "platform#organisation-tokens",
    },
    createdBy: {
      type: z.string().optional(),
      doc: "Id of the user who made the token.",
      source: "decisions#evidence-for-every-operation",
    },
  },
  replacementCascades: false,
  lossOnDeletion: () => "The services refuse the token from then on, and a new token has another secret.",
  reads: [accounts.getOrganisationToken, accounts.getOrganisationTokens],
  calls: {
    create: [accounts.createOrganisationToken],
    update: [accounts.regenerateOrganisationToken],
    delete: [accounts.removeOrganisationToken],
  },
  identity: {
    type: "unique",
    fields: ["name", "organisation"],
    keyOf: ({ organisation, name }) => `${organisation}/${name}`,
    inWords: ({ organisation, name }) => `"${name}" of organisation ${organisation}`,
    creator: "createdBy",
    stamp: ["organisation", "name"],
    // The server's filter wants every character of a name to be the same, so the names are compared here.
    find: async (client, { organisation, name }) => {
      const { items, ...listing } = await client.list(accounts.getOrganisationTokens, { query: { organisation } });
      return live({ ...listing, items: items.filter((it) => isSpeltLike("text", it.name, name)) });
    },
  },
  standing: { ...ofOneOrganisation, lists: [""] },
  list: async (client) => live(await client.snapshot(accounts.getOrganisationTokens, {})),
  get: async (client, tokenId) => {
    const found = await orAbsent(client.call(accounts.getOrganisationToken, { path: { tokenId } }));
    return found === undefined ? undefined : flatten(found);
  },
  obstacles: async (outlook, declared) => {
    const { organisation } = declared;
    const found = [...(await organisationObstacles(outlook, organisation)), ...overAlready(outlook, declared)];
    const denied = await managingObstacles(outlook, "Organisation", "edit", organisation, "make a token for");
    return denied.length > 0 ? denied : found;
  },
  rules: ({ validDays = accounts.defaultTokenDays, reminderDays = 0, renewDays = 0 }) => [
    ...(reminderDays > validDays
      ? [{ field: "reminderDays", what: `is more than the ${validDays} days for which the token is valid` }]
      : []),
    ...(renewDays >= validDays
      ? [{ field: "renewDays", what: `has to be less than the ${validDays} days for which the token is valid` }]
      : []),
  ],
  changeObstacles: (outlook, _changes, { actual, declared }) =>
    Promise.resolve(momentOf(declared, actual) === undefined ? [] : overAlready(outlook, declared)),
  create: async (client, declared) => {
    const { organisation, name, validFrom } = declared;
    const from = validFrom === undefined ? undefined : Date.parse(validFrom);
    const body = { organisation, name, ...spanOf(client, declared, from) };
    return flatten(await client.call(accounts.createOrganisationToken, { body }));
  },
  update: (client, id, _changes, { declared, actual }) => regenerate(client, id, declared, actual),
  renewal,
  renew: regenerate,
  delete: async (client, tokenId) => {
    await orAbsent(client.call(accounts.removeOrganisationToken, { path: { tokenId } }));
  },
});

/** The platform cannot change a part of a token, so each change makes a new one. */
async function regenerate(client: Client, tokenId: string, declared: DeclaredToken, actual: Values): Promise<Values> {
  const body = spanOf(client, declared, momentOf(declared, actual));
  const { values } = flatten(await client.call(accounts.regenerateOrganisationToken, { path: { tokenId }, body }));
  const { validFrom } = declared;
  return validFrom === undefined ? values : { ...values, validFrom };
}

/** The declared `validFrom`, until a token was made with it. A renewed token is valid at once. */
function momentOf({ validFrom }: DeclaredToken, actual: Values): number | undefined {
  return validFrom === undefined || isSpeltLike("moment", actual["validFrom"], validFrom)
    ? undefined
    : Date.parse(validFrom);
}

function overAlready(
  { client }: Outlook,
  { validFrom, validDays = accounts.defaultTokenDays }: DeclaredToken,
): Obstacle[] {
  const end = validFrom === undefined ? NaN : Date.parse(validFrom) + validDays * day;
  return end > client.today() || Number.isNaN(end)
    ? []
    : [
        {
          field: "validFrom",
          what: `a token that is valid from ${validFrom ?? ""} for ${validDays} days has already ended`,
          why: `It ended at ${new Date(end).toISOString()}.`,
          remedy: "Leave `validFrom` out, give a later moment, or give more `validDays`.",
        },
      ];
}

function spanOf(client: Client, { validDays, reminderDays }: DeclaredToken, from: number | undefined) {
  const days = validDays ?? accounts.defaultTokenDays;
  const end = (from ?? client.today()) + days * day;
  return {
    ...(from === undefined ? {} : { validFrom: from }),
    ...(validDays === undefined ? {} : { validDays }),
    ...(reminderDays === undefined ? {} : { reminder: end - reminderDays * day }),
  };
}

function renewal(
  actual: Values,
  { validFrom, renewDays, validDays = accounts.defaultTokenDays }: DeclaredToken,
  today: number,
) {
  if (actual["token"] === undefined) {
    return "its secret is not known";
  }
  if (actual["state"] !== undefined && actual["state"] !== "valid") {
    return `it is ${actual["state"] as string}`;
  }
  if (validFrom !== undefined && !isSpeltLike("moment", actual["validFrom"], validFrom)) {
    return "the program declares another `validFrom`";
  }
  const left = ((actual["validUntil"] as number | undefined) ?? Infinity) - today;
  return left <= (renewDays ?? validDays / 5) * day ? "its end is near" : undefined;
}

function live({ items, ...listing }: Listing<Remote>): Listing<Live> {
  return { ...listing, items: items.map(flatten) };
}

function flatten({ id, name, organisation, validFrom, validUntil, reminder, state, token, createdBy }: Remote): Live {
  return {
    id,
    values: {
      name,
      organisation,
      validDays: Math.round((validUntil - validFrom) / day),
      reminderDays: reminder === undefined ? undefined : Math.round((validUntil - reminder) / day),
      token,
      validUntil,
      state,
      createdBy,
    },
  };
}
