import { z } from "zod";
import { changed, homepage, mail, readBody, telephone, text } from "../core/checking";
import { Fault, taken } from "../core/fault";
import { organizationIn } from "../core/finding";
import type { Organization } from "../core/model";
import { numberedPage } from "../core/paging";
import { may } from "../core/rights";
import type { Answer, Call, Route } from "../core/routing";

const contact = z.strictObject({
  street_address: text(200).nullish(),
  postal_code: text(20).nullish(),
  town: text(100).nullish(),
  country_code: z
    .string()
    .regex(/^[A-Z]{2}$/, "is no country code of two capital letters")
    .nullish(),
  mail: mail.nullish(),
  telephone: telephone.nullish(),
  homepage: homepage.nullish(),
});
const change = z.strictObject({
  legal: z.strictObject({ entity_name: text(200).nullish() }).optional(),
  about: text(4000).nullish(),
  contact: contact.optional(),
  extra_attributes: z.record(z.string().regex(/^[\w.:-]{1,100}$/), z.string().max(2000)).optional(),
});
const draft = change.extend({ display_name: text(120) });

const blank: Pick<Organization, "legal" | "about" | "contact" | "extra_attributes"> = {
  legal: { entity_name: null },
  about: null,
  contact: {
    street_address: null,
    postal_code: null,
    town: null,
    country_code: null,
    mail: null,
    telephone: null,
    homepage: null,
  },
  extra_attributes: {},
};

/** The members of nested objects change one by one; the map of extra attributes changes as a whole. */
function profile(former: typeof blank, asked: z.infer<typeof change>): typeof blank {
  return {
    legal: changed(former.legal, asked.legal),
    about: asked.about === undefined ? former.about : asked.about,
    contact: changed(former.contact, asked.contact),
    extra_attributes: asked.extra_attributes ?? former.extra_attributes,
  };
}

function add({ state, caller, body }: Call, parent: Organization | null): Answer {
  const asked = readBody(draft, body);
  const { display_name } = asked;
  const parent_organization_id = parent?.organization_id ?? null;
  const isTaken = [...state.organizations.values()].some(
    (other) =>
      other.parent_organization_id === parent_organization_id &&
      other.display_name.toLowerCase() === display_name.toLowerCase(),
  );
  if (isTaken) {
    throw taken("display_name", "is taken at this place of the tree");
  }
  const organization: Organization = {
    organization_id: state.next("organization"),
    parent_organization_id,
    display_name,
    ...profile(blank, asked),
    audit: state.audit(caller),
  };
  state.organizations.set(organization.organization_id, organization);
  return { status: 201, body: organization };
}

function addRoot(call: Call): Answer {
  if (!call.caller.platform_administrator) {
    throw new Fault(403, "Only a platform administrator adds an organization at the top.");
  }
  return add(call, null);
}

function list({ state, caller, query }: Call): Answer {
  const visible = [...state.organizations.values()].filter(({ organization_id }) =>
    may(state, caller, organization_id, "organization:read"),
  );
  return { status: 200, body: numberedPage(query, visible) };
}

function amend(call: Call): Answer {
  const organization = organizationIn(call, "organization:manage");
  Object.assign(organization, profile(organization, readBody(change, call.body)));
  return { status: 200, body: organization };
}

export const organizationRoutes: Route[] = [
  { method: "get", path: "/organizations", answer: list },
  { method: "post", path: "/organizations", answer: addRoot },
  {
    method: "get",
    path: "/organizations/{organization_id}",
    answer: (call) => ({ status: 200, body: organizationIn(call) }),
  },
  { method: "patch", path: "/organizations/{organization_id}", answer: amend },
  {
    method: "post",
    path: "/organizations/{organization_id}/children",
    answer: (call) => add(call, organizationIn(call, "organization:manage")),
  },
];
