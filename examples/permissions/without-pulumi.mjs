// What people do in the web interface, and Pulumi does not know:
//
//   node without-pulumi.mjs activate-csw <organisation>
//   node without-pulumi.mjs take-role-away <user name> <organisation>
//   node without-pulumi.mjs deleted-users
//   pulumi config get passwords | node without-pulumi.mjs accept <user name> <organisation>
import { asOneself, fail, listOf, logIn, passwordsGiven } from "./platform.mjs";

const actions = {
  "activate-csw": async (organisation) => {
    const ask = await asOneself();
    await ask("PUT", `/resources/organisations/${await idOf(ask, organisation)}/cswEndpoint`);
    return `${organisation} has a CSW endpoint of its own now.`;
  },
  "take-role-away": async (username, organisation) => {
    const ask = await asOneself();
    const orgId = await idOf(ask, organisation);
    const members = await listOf(ask, `/accounts/v1/organisations/${orgId}/members`);
    const { user } =
      members.find((it) => it.username === username) ?? fail(`${username} has no role in ${organisation}`);
    await ask("DELETE", `/accounts/v1/organisations/${orgId}/members/${user}`);
    return `${username} has no role in ${organisation} any more.`;
  },
  "deleted-users": async () => {
    const users = await listOf(await asOneself(), "/accounts/v1/users?deleted=true");
    const deleted = users.filter(({ status }) => status === "deleted").map(({ username }) => username);
    return `Permanently deactivated, with user names that stay taken: ${deleted.join(", ") || "nobody"}`;
  },
  /** The mailed link leads to the same. */
  accept: async (username, organisation) => {
    const ask = await asOneself();
    const orgId = await idOf(ask, organisation);
    const [, password] = (await passwordsGiven()).find(([name]) => name === username) ?? [];
    const invited = (await logIn(username, password)) ?? fail(`${username} cannot log in`);
    const { role } = await invited("PUT", `/accounts/v1/organisations/${orgId}/invitations`);
    return `${username} is ${role} in ${organisation} now.`;
  },
};

const [action, ...names] = process.argv.slice(2);
const act = actions[action] ?? fail(`expected one of: ${Object.keys(actions).join(", ")}`);
if (names.length !== act.length) {
  fail(`${action} takes ${act.length} names`);
}
console.log(await act(...names));

async function idOf(ask, organisation) {
  const found = (await listOf(ask, "/accounts/v1/organisations")).find(({ name }) => name === organisation);
  return (found ?? fail(`there is no organisation ${organisation}`)).id;
}
