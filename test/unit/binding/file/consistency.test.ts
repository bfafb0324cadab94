import { problemsOf, read, removeFiles, withOperations } from "./written-file";

afterAll(removeFiles);

const good = (...lines: string[]) => expect(Object.keys(read(withOperations(...lines)).operations)).not.toEqual([]);

describe("a name that the provider does not have is told, with the one that may be meant:", () => {
  it.each<[string, string[], string]>([
    [
      "an operation",
      ["createSubOrganisation: { same: true }"],
      "4:3: the provider has no operation createSubOrganisation. Did you mean `createSuborganisation`?",
    ],
    [
      "an operation like no other",
      ["xyzzy-xyzzy-xyzzy: { same: true }"],
      "4:3: the provider has no operation xyzzy-xyzzy-xyzzy",
    ],
    [
      "an operation that JavaScript knows",
      ["constructor: { same: true }"],
      "4:3: the provider has no operation constructor",
    ],
    [
      "a parameter",
      ["getOrganisation: { parameters: { orgid: id } }"],
      "4:36: getOrganisation has no parameter `orgid`. Did you mean `orgId`?",
    ],
    [
      "a parameter of an operation without any",
      ["getOrganisations: { parameters: { id: x } }"],
      "4:37: getOrganisations has no parameter `id`: it has none",
    ],
    [
      "a field of a body",
      ["createOrganisation: { body: { nam: title } }"],
      "4:33: the body of createOrganisation has no field `nam`. Did you mean `name`?",
    ],
    [
      "a field of an answer",
      ["getOrganisation: { answer: { leagalName: x } }"],
      "4:32: the answer of getOrganisation has no field `leagalName`. Did you mean `legalName`?",
    ],
    [
      "a field of the items of a list",
      ["getMembers: { answer: { usr: x } }"],
      "4:27: the answer of getMembers has no field `usr`. Did you mean `user`?",
    ],
    [
      "a field that the server never gives back",
      ["getOrganisation: { writeOnly: [city, stret] }"],
      "4:40: the answer of getOrganisation has no field `stret`. Did you mean `street`?",
    ],
    [
      "a field whose values are named",
      ["createUser: { values: { rol: { orgAdmin: superuser } } }"],
      "4:27: createUser has no parameter and no field `rol`. Did you mean `role`?",
    ],
    [
      "a field that another operation gives",
      ["getOrganisation: { with: { member: { list: getMembers } } }"],
      expect.stringContaining("4:30: the answer of getOrganisation has no field `member`") as string,
    ],
  ])("%s", (_, lines, problem) => {
    expect(problemsOf(withOperations(...lines))).toEqual([problem]);
  });

  it.each([
    [
      "the id, by which the provider knows the object",
      "getOrganisation: { writeOnly: [city, id] }",
      "4:40: `id` has to be given back: the provider knows the object by it",
    ],
    [
      "a field of which a line says where the server gives it",
      "getOrganisation: { answer: { city: town }, writeOnly: [city] }",
      "4:58: `answer.city` says where the server gives `city` back: remove one of the two",
    ],
  ])("never given back cannot be %s", (_, line, problem) => {
    expect(problemsOf(withOperations(line))).toEqual([problem]);
  });

  it("but values may be those of a parameter, a field on either side, or all fields", () => {
    good("createUser: { values: { role: { a: b }, orgRoles: { a: b }, '*': { '': null } } }");
    good("store/data.createBucketWithOwner: { values: { ownerType: { org: organization } } }");
  });
});

describe("an expression that cannot be read is told where it stands, with the character:", () => {
  it.each([
    ["bodyExpression: '{'", '5:5: the expression cannot be read: Expected ":" before end of expression (character 1)'],
    [
      "answerExpression: 'a.('",
      '5:5: the expression cannot be read: Expected ")" before end of expression (character 3)',
    ],
    [
      "answer: { id: { expression: 'a[' } }",
      '5:21: the expression cannot be read: Expected "]" before end of expression (character 2)',
    ],
  ])("%s", (line, problem) => {
    expect(problemsOf(withOperations("createUser:", `  ${line}`))).toEqual([problem]);
  });
});

describe("a binding says one thing:", () => {
  it.each([
    ["same: true, missing: true", "it says same and missing: only one of them can be true"],
    ["same: true, path: /x", "it says same and a method, a path or a list: only one of them can be true"],
    ["missing: true, method: GET", "it says missing and a method, a path or a list: only one of them can be true"],
    [
      "missing: true, foundIn: { list: getUsers, where: {} }",
      "it says missing and a method, a path or a list: only one of them can be true",
    ],
  ])("%s", (says, problem) => {
    expect(problemsOf(withOperations(`getUsers: { ${says} }`))).toEqual([`4:3: ${problem}`]);
  });

  it.each([
    ["same: true, list: items", "`list` has no effect beside `same: true`: remove one of the two"],
    ["missing: true, answer: { id: x }", "`answer` has no effect beside `missing: true`: remove one of the two"],
  ])("what has no effect is told: %s", (says, problem) => {
    expect(problemsOf(withOperations(`getUsers: { ${says} }`))).toEqual([expect.stringMatching(/^4:\d\d: /)]);
    expect(problemsOf(withOperations(`getUsers: { ${says} }`))[0]).toContain(problem);
  });

  it("a confirmation of nothing is told", () => {
    expect(problemsOf(withOperations("createUser: { confirmed: true }"))).toEqual([
      "4:17: it confirms nothing: write the method and the path, or `same: true`, or `missing: true`",
    ]);
    good("createUser: { confirmed: true, same: true }");
    good("createUser: { confirmed: true, missing: true }");
  });
});

describe("two operations that go to one of the server", () => {
  const pair = (more: string) => [
    `updateUser: { method: PATCH, path: "/accounts/{userId}"${more} }`,
    `deactivateUser: { method: PATCH, path: "/accounts/{id}", parameters: { userId: id }${more} }`,
  ];

  it("are a slip, whatever their parameters are called", () => {
    expect(problemsOf(withOperations(...pair("")))).toEqual([
      "5:36: updateUser is bound to this operation of the server as well. If both are right, write `shared: true` for each of them",
    ]);
  });

  it("are meant if both say so", () => {
    good(...pair(", shared: true"));
  });

  it("are two if their methods differ", () => {
    good(
      'updateUser: { method: PATCH, path: "/accounts/{userId}" }',
      'deleteUser: { method: DELETE, path: "/accounts/{userId}" }',
    );
  });
});
