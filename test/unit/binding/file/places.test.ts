import { problemsOf, read, removeFiles, withOperations } from "./written-file";

afterAll(removeFiles);

const member = (...lines: string[]) =>
  withOperations(
    "addMember:",
    "  method: PUT",
    "  path: /teams/{team}/people/{person}",
    ...lines.map((it) => `  ${it}`),
  );

const good = (text: string) => expect(Object.keys(read(text).operations)).toHaveLength(1);

describe("a parameter of the server's path", () => {
  it("that nothing gives is told, each for itself", () => {
    expect(problemsOf(member())).toEqual(
      ["team", "person"].map(
        (name) =>
          `6:5: nothing gives {${name}}: say under \`parameters\`, \`body\` or \`fixed\` where its value comes from`,
      ),
    );
  });

  it("may be given by a path parameter of the provider, by a field of the body, or by a fixed value", () => {
    good(member("parameters: { orgId: team }", 'body: { user: "path:person" }'));
    good(member("parameters: { orgId: team }", 'fixed: { "path:person": me }'));
    good(member('body: { user: "path:person", role: "path:team" }'));
  });

  it("may keep the provider's name", () => {
    good(withOperations('getOrganisation: { method: GET, path: "/x/{orgId}" }'));
  });

  it("is not given by a body that is an expression", () => {
    expect(
      problemsOf(member("parameters: { orgId: team }", 'body: { user: "path:person" }', "bodyExpression: '{}'")),
    ).toEqual([expect.stringContaining("nothing gives {person}")]);
  });

  it("that the path does not have is told", () => {
    expect(problemsOf(withOperations('getOrganisation: { path: "/x/{id}", parameters: { orgId: ident } }'))).toEqual([
      expect.stringContaining("nothing gives {id}"),
      "4:53: the path /x/{id} has no {ident}",
    ]);
  });
});

describe("a path parameter of the provider that the server would never hear of", () => {
  const deletion = (more: string) => withOperations(`deleteUser: { method: DELETE, path: /accounts, ${more} }`);

  it("is told where a person confirmed the operation", () => {
    expect(problemsOf(deletion("confirmed: true"))).toEqual([
      "4:33: `userId` goes nowhere: say under `parameters` where the server takes it, or `userId: null` if it does not need it",
    ]);
  });

  it("is right if the file says so, or says another place", () => {
    good(deletion("confirmed: true, parameters: { userId: null }"));
    good(deletion('confirmed: true, parameters: { userId: "query:id" }'));
  });
});

describe("two values for one place of the server are told:", () => {
  it.each<[string, string[], string]>([
    ["two fields", ["body: { name: title, legalName: title }"], "5:26: `name` and `legalName` both go to `title`"],
    [
      "a field, and one that keeps its name",
      ["body: { legalName: description }"],
      "5:13: `legalName` and `description` both go to `description`",
    ],
    [
      "a field and a fixed value",
      ["body: { name: title }", 'fixed: { "body:title": x }'],
      "6:14: `name` and `body:title` both go to `title`",
    ],
  ])("%s", (_, lines, problem) => {
    expect(problemsOf(withOperations("createOrganisation:", ...lines.map((it) => `  ${it}`)))).toEqual([
      `${problem} in the body: give one of them another place, or null`,
    ]);
  });

  it("but two fields may exchange their names", () => {
    good(withOperations("createOrganisation: { body: { name: legalName, legalName: name } }"));
  });
});

describe("fields of the items of a list", () => {
  it("stay in a list on the other side", () => {
    expect(problemsOf(withOperations('getProfile: { answer: { "customFields[].a": b } }'))).toEqual([
      "4:27: `customFields[].a` and `b` do not have the same number of lists (`[]`)",
    ]);
    good(withOperations('getProfile: { answer: { "customFields[].a": "more[].b" } }'));
  });
});

describe("an operation that is done with another one", () => {
  it.each([
    [
      "a list that the provider does not have",
      "getMember: { foundIn: { list: getMember2, where: { user: userId } } }",
      "4:27: the provider has no operation getMember2. Did you mean `getMembers`?",
    ],
    [
      "an operation that gives no list",
      "getMember: { foundIn: { list: getMember, where: { user: userId } } }",
      "4:27: getMember gives no list",
    ],
    [
      "a field that the items do not have",
      "getMember: { foundIn: { list: getMembers, where: { usr: userId } } }",
      "4:54: the items of getMembers have no field `usr`. Did you mean `user`?",
    ],
    [
      "a parameter that the operation does not have",
      "getMember: { foundIn: { list: getMembers, where: { user: userid } } }",
      "4:54: getMember has no parameter `userid`. Did you mean `userId`?",
    ],
    [
      "a list that needs more than is known",
      "getProfile: { foundIn: { list: getMembers, where: { user: userIdOrScreenName } } }",
      "4:28: nothing gives getMembers its parameter `orgId`",
    ],
    [
      "a joined list that needs more than is known",
      "getProfile: { with: { orgRoles: { list: getMembers } } }",
      "4:37: nothing gives getMembers its parameter `orgId`",
    ],
    [
      "a joined list without that parameter",
      "getOrganisation: { with: { sharedWith: { list: getMembers, path: { org: id } } } }",
      "4:70: getMembers has no parameter `org`. Did you mean `orgId`?",
    ],
    [
      "a reading that is not known",
      "updateUser: { thenRead: getProfil }",
      "4:17: the provider has no operation getProfil. Did you mean `getProfile`?",
    ],
    [
      "a reading that needs more than is known",
      "createOrganisation: { thenRead: getOrganisation }",
      "4:25: nothing gives getOrganisation its parameter `orgId`",
    ],
  ])("is told where it cannot work: %s", (_, line, problem) => {
    expect(problemsOf(withOperations(line))).toEqual([problem]);
  });

  it("may leave out a parameter that the server does not take", () => {
    const lines = [
      "store/data.listFiles: { parameters: { ownerType: null, ownerId: null } }",
      "store/data.listBuckets: { with: { files: { list: store/data.listFiles, path: { bucketId: uuid } } } }",
    ];
    expect(Object.keys(read(withOperations(...lines)).operations)).toHaveLength(2);
  });
});
