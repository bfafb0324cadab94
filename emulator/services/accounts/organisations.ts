import { accounts } from "../../../provider/contract";
import { may } from "../../access/permissions";
import { seesOrganisation } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { Organisation } from "../../world/model";
import { withoutEmpty } from "../../world/without-empty";
import { implement, implementList, pageableList, type Platform, type Visitor } from "../implement";

type Context = Platform & Visitor;
type Form = (typeof accounts.createOrganisation)["body"]["_output"];

const getOrganisation = implement(accounts.getOrganisation, (call) => visible(call, call.path.orgId));

const getOrganisations = implementList(accounts.getOrganisations, ({ world, caller }) =>
  pageableList(
    world.organisations.all().filter(({ id }) => seesOrganisation(world, caller, id)),
    (it) => it,
  ),
);

const getSuborganisations = implementList(accounts.getSuborganisations, (call) => {
  const { world, caller } = call;
  const { id } = visible(call, call.path.orgId);
  const below = world.organisations.childrenOf(id);
  return pageableList(
    below.filter((it) => seesOrganisation(world, caller, it.id)),
    (it) => it,
  );
});

/** Root organisations are for administrators only (docs/platform.md#organisations). */
const createOrganisation = implement(accounts.createOrganisation, (call) => {
  if (!call.caller.administrator) {
    throw refuse.forbidden("Only administrators create root organisations.");
  }
  return create(call, call.body, undefined);
});

const createSuborganisation = implement(accounts.createSuborganisation, (call) => {
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "create", id);
  return create(call, call.body, id);
});

const updateOrganisation = implement(accounts.updateOrganisation, (call) => {
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  call.commit({ type: "organisationUpdated", id, changes: call.body });
  return visible(call, id);
});

const setOrganisationCustomFields = implement(accounts.setOrganisationCustomFields, (call) => {
  const { id } = visible(call, call.path.orgId);
  refuseUnless(call, "edit", id);
  call.commit({ type: "organisationCustomFieldsSet", id, customFields: call.body });
  return visible(call, id);
});

export const organisations = [
  getOrganisation,
  getOrganisations,
  getSuborganisations,
  createOrganisation,
  createSuborganisation,
  updateOrganisation,
  setOrganisationCustomFields,
];

/** 404 for what is gone and for what the caller does not get to see, alike (docs/platform.md#refusals). */
export function visible({ world, caller }: Context, id: string): Organisation {
  const organisation = world.organisations.get(id);
  if (organisation === undefined || !seesOrganisation(world, caller, id)) {
    throw refuse.absent(`organisation ${id}`);
  }
  return organisation;
}

export function refuseUnless({ world, caller }: Context, permission: string, organisation: string): void {
  if (!may(world, caller, permission, { type: "Organisation", organisation })) {
    throw refuse.forbidden(`You lack the permission Organisation.${permission} for organisation ${organisation}.`);
  }
}

function create({ world, caller, now, commit }: Context, form: Form, parent: string | undefined): Organisation {
  const taken = world.organisations.sibling(parent, form.name);
  if (taken !== undefined) {
    const place = parent === undefined ? "root organisation" : `organisation below organisation ${parent}`;
    throw refuse.taken(`There is already a ${place} named "${form.name}": organisation ${taken.id}.`);
  }
  const organisation: Organisation = withoutEmpty({
    id: world.organisations.nextId,
    ...form,
    parent,
    createdBy: caller.id,
    created: now(),
  });
  commit({ type: "organisationCreated", organisation });
  return organisation;
}
