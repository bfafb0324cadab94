import fs from "node:fs";
import path from "node:path";
import { ownDocuments, readApiDocument, type ApiOperation } from "../../../../provider/binding/documents";
import { matchOperations } from "../../../../provider/binding/matching/match";
import { wordsOf } from "../../../../provider/binding/matching/words";
import { likenessOfPaths } from "../../../../provider/binding/matching/path-shape";

const own = ownDocuments().flatMap(({ operations }) => operations);
const addressOf = ({ method, path: where }: ApiOperation): string => `${method} ${where}`;

describe("operations of another server", () => {
  const folder = path.resolve(__dirname, "..", "..", "..", "foreign", "documents");
  const theirs = fs
    .readdirSync(folder)
    .filter((file) => file !== "index.json")
    .flatMap((file) => readApiDocument(file, fs.readFileSync(path.join(folder, file), "utf8")).operations);
  const matches = matchOperations(own, theirs);
  const bound = Object.fromEntries(
    matches
      .filter(({ verdict }) => verdict === "matched")
      .map(({ own: mine, candidates: [best] }) => [mine.id, best === undefined ? "" : addressOf(best.operation)]),
  );

  it("are found where one clearly means the same, and none is found wrongly", () => {
    const organisations = "/directory/v2/organizations";
    expect(bound).toEqual({
      login: "POST /identity/v2/sessions",
      getOrganisations: `GET ${organisations}`,
      getOrganisation: `GET ${organisations}/{organization_id}`,
      createOrganisation: `POST ${organisations}`,
      createSuborganisation: `POST ${organisations}/{organization_id}/children`,
      updateOrganisation: `PATCH ${organisations}/{organization_id}`,
      getMembers: `GET ${organisations}/{organization_id}/members`,
      assignRole: `PUT ${organisations}/{organization_id}/members/{account_id}`,
      removeMember: `DELETE ${organisations}/{organization_id}/members/{account_id}`,
      getRoles: "GET /identity/v2/roles",
      getUsers: "GET /identity/v2/accounts",
      getProfileOfCurrentUser: "GET /identity/v2/accounts/me",
      createUser: "POST /identity/v2/accounts",
      updateUser: "PATCH /identity/v2/accounts/{account_id}",
      deleteUser: "DELETE /identity/v2/accounts/{account_id}",
      updateCswConfiguration: "PATCH /catalogue/v1/organizations/{organization_id}/csw-settings",
    });
  });

  it("say with each candidate what speaks for and against it", () => {
    const match = matches.find(({ own: mine }) => mine.id === "createSuborganisation");
    expect(match?.candidates[0]?.reasons.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["the method is the same (POST)"]),
    );
    expect(match?.candidates[0]?.points).toBeGreaterThan(match?.candidates[1]?.points ?? 0);
  });

  it("are left to a person where several of the provider are as like one of the server", () => {
    const uploads = matches.filter(({ own: mine }) => mine.id === "addFiles");
    expect(uploads.length).toBeGreaterThan(1);
    expect(uploads.map(({ verdict }) => verdict)).toEqual(uploads.map(() => "ambiguous"));
  });

  it("are bound once", () => {
    expect(new Set(Object.values(bound)).size).toBe(Object.keys(bound).length);
  });
});

it("binds each operation of the provider's own contract to itself", () => {
  const wrong = matchOperations(own, own).filter(
    ({ own: mine, verdict, candidates: [best] }) => verdict !== "matched" || best?.operation !== mine,
  );
  expect(wrong.map(({ own: mine }) => addressOf(mine))).toEqual([]);
});

it.each([
  ["organizationIds", ["organisation", "id"]],
  ["organisation_id", ["organisation", "id"]],
  ["listSubOrganizations", ["list", "child", "organisation"]],
  ["remove-account", ["delete", "user"]],
])("reads the words of %s in one spelling", (name, words) => {
  expect(wordsOf(name)).toEqual(words);
});

it("compares paths by their steps, without versions and with parameters of any name", () => {
  expect(likenessOfPaths("/accounts/v1/organisations/{orgId}", "/accounts/v3/organizations/{id}")).toBe(1);
  expect(likenessOfPaths("/a/{x}", "/b")).toBe(0);
});
