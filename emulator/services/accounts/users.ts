import { accounts } from "../../../provider/contract";
import { may } from "../../access/permissions";
import { manages, mayToUser } from "../../access/user-management";
import { seesOrganisation, seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import { implement, implementList, pageableList, type OperationCall } from "../implement";
import { assignable } from "./assignable-role";
import { mailLink } from "./mailed-links";
import { newUser } from "./new-user";
import { passwordProblems } from "./password-rule";
import { show, visibleUser } from "./shown-user";
import { refuseTaken } from "./unique-names";

/** The short profile: the roles come with the profile by id, which clients ask for next (docs/platform.md#login-and-tokens). */
const getProfileOfCurrentUser = implement(accounts.getProfileOfCurrentUser, ({ caller }) => {
  const { id, screenName, fullName } = caller;
  return { id, screenName, fullName };
});

/** An id wins over a screen name; the user name is neither (docs/platform.md#operations-of-public-clients). */
const getProfile = implement(accounts.getProfile, (call) => {
  const { userIdOrScreenName: wanted } = call.path;
  const { users: directory } = call.world;
  return show(visibleUser(call, wanted, directory.get(wanted) ?? directory.shownAs(wanted)));
});

const getUsers = implementList(accounts.getUsers, ({ query, world, caller }) =>
  pageableList(
    world.users.all().filter((it) => (it.deleted !== true || query.deleted === true) && seesUser(world, caller, it)),
    show,
  ),
);

const createUser = implement(accounts.createUser, async (call) => {
  const { password, organisation, role: roleId, ...profile } = call.body;
  const role = assignable(call.world, roleId);
  // Hashing waits, so it comes first: nothing may wait between the looks below and the commit.
  const passwordHash = password === undefined ? undefined : await call.hashPassword(password);
  refuseInvalid(call);
  refuseUnlessAllowed(call);
  refuseTaken(call.world, profile, call);
  const orgRoles = { [organisation]: role };
  const user = newUser(call, { ...profile, passwordHash, orgRoles, createdBy: call.caller.id });
  call.commit({ type: "userCreated", user });
  if (passwordHash === undefined) {
    mailLink(call, user, "activation");
  }
  return show(user);
});

/** One's own; those of others by administrators and their Superusers, in the spirit of docs/platform.md#users («Edit»). */
const updateUser = implement(accounts.updateUser, (call) => {
  const { body, world, caller, commit } = call;
  const user = visibleUser(call, call.path.userId);
  if (!mayToUser(world, caller, "edit", user) && !manages(world, caller, user)) {
    throw refuse.forbidden(`You may not edit user ${user.id}.`);
  }
  refuseTaken(world, body, { caller, owner: user });
  commit({ type: "userUpdated", id: user.id, changes: body });
  return show(visibleUser(call, user.id));
});

type CreateUser = OperationCall<typeof accounts.createUser>;

export const users = [getProfileOfCurrentUser, getProfile, getUsers, createUser, updateUser];

function refuseInvalid({ body, world, caller }: CreateUser): void {
  const organisation = {
    field: "organisation",
    message: `there is no organisation ${body.organisation}, or you are not allowed to see it`,
  };
  const isKnown = seesOrganisation(world, caller, body.organisation);
  const problems = [...passwordProblems(body.password), ...(isKnown ? [] : [organisation])];
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
}

/** By administrators, and by Superusers of the organisation or of one above it (docs/platform.md#users). */
function refuseUnlessAllowed({ body: { organisation }, world, caller }: CreateUser): void {
  if (!may(world, caller, "create", { type: "User", organisation })) {
    throw refuse.forbidden(`You lack the permission User.create for organisation ${organisation}.`);
  }
}
