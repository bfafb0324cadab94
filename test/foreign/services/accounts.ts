import { z } from "zod";
import { changed, mail, readBody, readQuery, secret, text } from "../core/checking";
import { Fault, forbidden, taken } from "../core/fault";
import { accountIn, organizationNamed } from "../core/finding";
import type { Account } from "../core/model";
import { numberedPage } from "../core/paging";
import { mayManage, maySee, roleIds } from "../core/rights";
import type { Answer, Call, Route } from "../core/routing";
import { seal } from "../core/secrets";
import { now, type State } from "../core/state";

const login = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/, "has letters, digits and ._@-, 3 to 64 of them");
const draft = z.strictObject({
  login,
  person: z.strictObject({ full_name: text(200), mail }),
  secret: secret.nullish(),
  organization_id: z.int(),
  role_id: z.enum(roleIds),
});
const change = z.strictObject({
  person: z.strictObject({ full_name: text(200).optional(), mail: mail.optional() }).optional(),
  active: z.boolean().optional(),
});
const filter = z.object({ organization_id: z.coerce.number().int().optional() });

function view(state: State, account: Account) {
  const memberships = state.memberships
    .filter(({ account_id }) => account_id === account.account_id)
    .map(({ organization_id, role_id }) => ({ organization_id, role_id }));
  return { ...account, memberships };
}

/** An account that the caller manages. */
function managed(call: Call): Account {
  const account = accountIn(call);
  if (!mayManage(call.state, call.caller, account)) {
    throw forbidden("organization:manage");
  }
  return account;
}

const managedOrOwn = (call: Call): Account =>
  accountIn(call).account_id === call.caller.account_id ? call.caller : managed(call);

function list({ state, caller, query }: Call): Answer {
  const { organization_id } = readQuery(filter, query);
  const accounts = [...state.accounts.values()].filter(
    (account) =>
      maySee(state, caller, account) &&
      (organization_id === undefined || state.placesOf(account).includes(organization_id)),
  );
  const { content, page } = numberedPage(query, accounts);
  return { status: 200, body: { content: content.map((account) => view(state, account)), page } };
}

function register(call: Call): Answer {
  const { state, caller } = call;
  const asked = readBody(draft, call.body);
  const { organization_id } = organizationNamed(call, asked.organization_id, "organization_id", "organization:manage");
  if (state.takenLogins.has(asked.login.toLowerCase())) {
    throw taken("login", "is taken");
  }
  const account = state.addAccount(
    {
      login: asked.login,
      person: asked.person,
      active: true,
      platform_administrator: false,
      home_organization_id: organization_id,
    },
    caller,
  );
  const { account_id } = account;
  if (typeof asked.secret === "string") {
    state.secrets.set(account_id, seal(asked.secret));
  }
  state.memberships.push({ organization_id, account_id, role_id: asked.role_id, assigned_on: now() });
  return { status: 201, body: view(state, account) };
}

function amend(call: Call): Answer {
  const { state, caller, body } = call;
  const account = managedOrOwn(call);
  const asked = readBody(change, body);
  if (asked.active === false && account === caller) {
    throw new Fault(409, "Nobody can switch off the own account.");
  }
  account.person = changed(account.person, asked.person);
  account.active = asked.active ?? account.active;
  if (!account.active) {
    state.endSessions(account.account_id);
  }
  return { status: 200, body: view(state, account) };
}

function close(call: Call): Answer {
  const { account_id } = managed(call);
  if (account_id === call.caller.account_id) {
    throw new Fault(409, "Nobody can close the own account.");
  }
  const owned = [...call.state.buckets.values()].filter(
    ({ owner }) => owner.kind === "account" && owner.id === account_id,
  );
  if (owned.length > 0) {
    throw new Fault(409, `The account owns ${owned.length} buckets. Delete them first.`);
  }
  call.state.dropAccount(account_id);
  return { status: 204 };
}

function resetSecret(call: Call): Answer {
  const { account_id } = managedOrOwn(call);
  const { new_secret } = readBody(z.strictObject({ new_secret: secret }), call.body);
  call.state.secrets.set(account_id, seal(new_secret));
  call.state.endSessions(account_id, call.token);
  return { status: 204 };
}

export const accountRoutes: Route[] = [
  { method: "get", path: "/accounts", answer: list },
  { method: "post", path: "/accounts", answer: register },
  { method: "get", path: "/accounts/me", answer: ({ state, caller }) => ({ status: 200, body: view(state, caller) }) },
  {
    method: "get",
    path: "/accounts/{account_id}",
    answer: (call) => ({ status: 200, body: view(call.state, accountIn(call)) }),
  },
  { method: "patch", path: "/accounts/{account_id}", answer: amend },
  { method: "delete", path: "/accounts/{account_id}", answer: close },
  { method: "post", path: "/accounts/{account_id}/secret-reset", answer: resetSecret },
];
