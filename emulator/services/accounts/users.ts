import { accounts } from "../../../provider/contract";
import { hashPassword } from "../../access/passwords";
import { may } from "../../access/permissions";
import { seesOrganisation, seesUser } from "../../access/visibility";
import { refuse } from "../../refusal";
import type { User } from "../../world/model";
import type { WorldView } from "../../world/world";
import { implement, type Call } from "../implement";
import { freeScreenName, passwordProblems } from "./new-user";

function show({ id, screenName, fullName, username, email, orgRoles }: User) {
  return { id, screenName, fullName, username, email, orgRoles };
}

const getProfileOfCurrentUser = implement(accounts.getProfileOfCurrentUser, ({ caller }) => show(caller));

/** An id wins over a screen name; the user name is neither (facts 1.6). */
const getProfile = implement(accounts.getProfile, ({ path, world, caller }) => {
  const user = world.users.get(path.userIdOrScreenName) ?? world.users.shownAs(path.userIdOrScreenName);
  if (user === undefined || !seesUser(world, caller, user)) {
    throw refuse.absent(`user ${path.userIdOrScreenName}`);
  }
  return show(user);
});

const createUser = implement(accounts.createUser, async (call) => {
  const { body, world, caller, now, commit } = call;
  refuseInvalid(call);
  refuseUnlessAllowed(call);
  const passwordHash = body.password === undefined ? undefined : await hashPassword(body.password);
  // Nothing may wait between this look and the commit, or two calls could take the same name.
  refuseTaken(world, body);
  const user: User = {
    id: world.users.nextId,
    username: body.username,
    screenName: freeScreenName(body.fullName, (name) => world.users.shownAs(name) !== undefined),
    fullName: body.fullName,
    email: body.email,
    ...(passwordHash === undefined ? {} : { passwordHash }),
    orgRoles: { [body.organisation]: body.role },
    administrator: false,
    createdBy: caller.id,
    created: now(),
  };
  commit({ type: "userCreated", user });
  return show(user);
});

type CreateUser = Call<typeof accounts.createUser>;

export const users = [getProfileOfCurrentUser, getProfile, createUser];

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

/** By administrators, and by Superusers of the organisation or of one above it (facts 3.2). */
function refuseUnlessAllowed({ body: { organisation }, world, caller }: CreateUser): void {
  if (!may(world, caller, "create", { type: "User", organisation })) {
    throw refuse.forbidden(`You lack the permission User.create for organisation ${organisation}.`);
  }
}

/** User names stay taken for ever. A login name is somebody's user name or e-mail address, never both of two people. */
function refuseTaken({ users: directory }: WorldView, { username, email }: { username: string; email: string }): void {
  const withName = directory.named(username) ?? directory.withEmail(username);
  if (withName !== undefined) {
    throw refuse.taken(`The user name "${username}" is taken (user ${withName.id}).`);
  }
  const withEmail = directory.withEmail(email) ?? directory.named(email);
  if (withEmail !== undefined) {
    throw refuse.taken(`The e-mail address "${email}" is in use (user ${withEmail.id}).`);
  }
}
