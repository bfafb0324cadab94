import { accounts, store } from "../../../../provider/contract";
import { closeAll, failureOf, json, LOGIN, platform, serve } from "../scripted-server";
import { bound } from "./contract-file";

afterEach(closeAll);

const errors = { message: "fault.reason", fields: "fault.details", field: "attribute", problem: "problem" };
const update = { confirmed: true, method: "PATCH", path: "/members/{userId}" } as const;
const args = { path: { userId: "7" }, body: { email: "a@b.example" } } as const;

async function refusal(status: number, body: unknown) {
  const server = await serve(platform((_, response) => json(response, status, body)));
  const updateUser = { ...update, body: { email: "contact.mail" } };
  return failureOf(bound(server.url, { updateUser }, { errors }).call(accounts.updateUser, args));
}

describe("a refusal in a form of the server's own", () => {
  it("has its message, and the place where the server has the operation", async () => {
    const error = await refusal(409, { fault: { reason: "This address is taken." } });
    expect(error).toMatchObject({ code: "HC2409", serverMessage: "This address is taken." });
    expect(error.message).toContain("HC2409 ");
    expect(error.message).toContain(": updateUser: This address is taken. (PATCH /members/7 at ");
  });

  it("has its invalid fields, under the provider's names where the file knows them", async () => {
    const details = [
      { attribute: "contact.mail", problem: "is no address" },
      { attribute: "other", problem: "is missing" },
    ];
    const error = await refusal(422, { fault: { reason: "Invalid.", details } });
    expect(error["fields"]).toEqual([
      { field: "email", message: "is no address" },
      { field: "other", message: "is missing" },
    ]);
    expect(error.message).toContain("why:  `email`: is no address; `other`: is missing");
  });

  it.each([{ message: "in the usual form" }, "a text", null, { fault: [] }])(
    "counts as one in any other form: %j",
    async (body) => {
      expect(await refusal(403, body)).toMatchObject({ code: "HC2403", serverMessage: "" });
    },
  );

  it("of a list that names an organisation by another word says nothing of a user context", async () => {
    const server = await serve(platform((_, response) => json(response, 403, {})));
    const listed = {
      confirmed: true,
      method: "GET",
      path: "/b",
      parameters: { contextOrganisation: "owner" },
    } as const;
    const client = bound(server.url, { "store/data.getBuckets": { ...listed, paging: { by: "none" } } });
    const ofOne = await failureOf(client.list(store.data.getBuckets, { query: { contextOrganisation: "7" } }));
    expect(ofOne).toMatchObject({ code: "HC2403" });
    expect(ofOne.message).toContain("owner=7");
    expect(ofOne.message).not.toContain("user context");
    expect((await failureOf(client.list(store.data.getBuckets, {}))).message).toContain("no user context");
  });

  it("of the login says why, with the server's place for it", async () => {
    const server = await serve((seen, response) =>
      json(response, seen.path === LOGIN ? 500 : 401, { fault: { reason: "The account is locked." } }),
    );
    const login = { confirmed: true, method: "POST", path: "/sessions", body: { username: "login" } } as const;
    const { message } = await failureOf(bound(server.url, { login }, { errors }).whoAmI());
    expect(message).toContain("HC1002 The login of alice was rejected: The account is locked. (POST /sessions at ");
    expect(server.seen.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { login: "alice", password: "correct horse" },
    ]);
  });
});
