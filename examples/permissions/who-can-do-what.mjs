// Asks hale»connect as each user what that user may do where, and prints it as a table:
//
//   pulumi config get passwords | node who-can-do-what.mjs
import { listOf, logIn, passwordsGiven } from "./platform.mjs";

const types = ["User", "Organisation", "Bucket", "Theme", "Schema", "TransformationProject"];
const permissions = ["create", "read", "edit", "delete"];

const lines = [["user", "organisation", "role", ...types]];
for (const [username, password] of await passwordsGiven()) {
  const ask = await logIn(username, password);
  lines.push(...(ask === undefined ? [[username, "cannot log in"]] : await linesOf(username, ask)));
}
console.log("c create, r read, e edit, d delete; one line for each organisation that the user sees\n");
print(lines);

async function linesOf(username, ask) {
  const organisations = await listOf(ask, "/accounts/v1/organisations");
  const { id } = await ask("GET", "/accounts/v1/users/profile");
  const { orgRoles = {} } = await ask("GET", `/accounts/v1/users/${id}/profile`);
  const allowed = await Promise.all(types.map((type) => allowedFor(ask, type, organisations)));
  return organisations.map((organisation) => [
    username,
    organisation.name,
    orgRoles[organisation.id] ?? "-",
    ...allowed.map((letters) => letters(organisation.id) || "-"),
  ]);
}

/** What the user may do with things of that type, as letters by organisation. */
async function allowedFor(ask, type, organisations) {
  const answers = await Promise.all(
    permissions.map((permission) => ask("GET", `/accounts/v1/permissions/${type}/${permission}`)),
  );
  const where = answers.map((answer) => reach(answer.organisations, organisations));
  return (id) =>
    permissions
      .filter((_permission, index) => where[index].has(id))
      .map((permission) => permission[0])
      .join("");
}

/** An answer names organisations with conditions; some of them mean the organisations above or below as well. */
function reach(answer, organisations) {
  const reached = new Set();
  for (const [id, conditions] of Object.entries(answer).filter(([, it]) => it !== false)) {
    for (const other of organisations) {
      const holds = {
        organisation: other.id === id,
        suborganisations: isBelow(other.id, id, organisations),
        parentOrg: isBelow(id, other.id, organisations),
      };
      if (conditions.some((condition) => holds[condition])) {
        reached.add(other.id);
      }
    }
  }
  return reached;
}

function isBelow(id, above, organisations) {
  const parent = organisations.find((it) => it.id === id)?.parent;
  return parent !== undefined && (parent === above || isBelow(parent, above, organisations));
}

function print(rows) {
  const widths = rows[0].map((_title, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    );
  }
}
