import { accounts } from "../../../provider/contract";
import { manages } from "../../access/user-management";
import { refuse } from "../../refusal";
import { statusOf } from "../../world/user-status";
import { implement } from "../implement";
import { mailLink, userOfLink } from "./mailed-links";
import { newUser } from "./new-user";
import { passwordProblems } from "./password-rule";
import { show, visibleUser } from "./shown-user";
import { refuseTaken } from "./unique-names";

/** Somebody who registers has made the own account, belongs to no organisation, and waits for the mail (docs/platform.md#users). */
const register = implement(accounts.register, async (call) => {
  const { password, ...form } = call.body;
  // Hashing waits, so it comes first: nothing may wait between the looks below and the commit.
  const passwordHash = await call.hashPassword(password);
  const { world, commit } = call;
  if (!world.registration.selfRegistration) {
    throw refuse.forbidden("Nobody can register here: ask an administrator for an account.");
  }
  const problems = passwordProblems(password);
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
  refuseTaken(world, form, {});
  const createdBy = world.users.nextId;
  const user = newUser(call, { ...form, passwordHash, orgRoles: {}, unconfirmed: true, createdBy });
  commit({ type: "userCreated", user });
  mailLink(call, user, "activation");
  return show(user);
});

const confirmActivation = implement(accounts.confirmActivation, async (call) => {
  const { key, password } = call.body;
  const passwordHash = password === undefined ? undefined : await call.hashPassword(password);
  const user = userOfLink(call, key, "activation");
  const isMissing = password === undefined && user.passwordHash === undefined;
  const problems = isMissing
    ? [{ field: "password", message: "is needed: none was given before" }]
    : passwordProblems(password);
  if (problems.length > 0) {
    throw refuse.invalid(problems);
  }
  call.commit({ type: "userActivated", id: user.id, ...(passwordHash === undefined ? {} : { passwordHash }) });
  return show(call.world.users.get(user.id) ?? user);
});

/** By administrators, and by the Superusers who can create such a user anyway. */
const resendActivation = implement(accounts.resendActivation, (call) => {
  const { world, caller } = call;
  const user = visibleUser(call, call.path.userId);
  if (!manages(world, caller, user)) {
    throw refuse.forbidden(`You may not send user ${user.id} the activation link.`);
  }
  const status = statusOf(user);
  if (status !== "notActivated") {
    throw refuse.taken(`User ${user.id} does not wait for an activation: the account is ${status}.`);
  }
  mailLink(call, user, "activation");
  return { error: false, message: "The mail is under way." };
});

const getRegistrationConfiguration = implement(
  accounts.getRegistrationConfiguration,
  ({ world }) => world.registration,
);

/** Links that were mailed before keep the time that they were given. */
const updateRegistrationConfiguration = implement(
  accounts.updateRegistrationConfiguration,
  ({ body, world, caller, commit }) => {
    if (!caller.administrator) {
      throw refuse.forbidden("Only administrators change how accounts come about.");
    }
    commit({ type: "registrationConfigured", changes: body });
    return world.registration;
  },
);

export const registration = [
  register,
  confirmActivation,
  resendActivation,
  getRegistrationConfiguration,
  updateRegistrationConfiguration,
];
