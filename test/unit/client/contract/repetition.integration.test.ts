import { AmbiguousWrite } from "../../../../provider/client";
import { accounts } from "../../../../provider/contract";
import { closeAll, failureOf, inTurn, json, LOGIN, platform, reset, serve, type Handler } from "../scripted-server";
import { bound } from "./contract-file";

afterEach(closeAll);

const user: Handler = (_, response) => json(response, 200, { id: "7" });
const troubles: [string, Handler][] = [
  ["status 500", (_, response) => json(response, 500, {})],
  ["a connection that breaks off", reset],
  ["half an answer", (_, response) => response.end('{"id":')],
];

async function update(method: "POST" | "PUT" | "PATCH", ...handlers: Handler[]) {
  const server = await serve(platform(inTurn(...handlers)));
  const updateUser = { confirmed: true, method, path: "/members/{userId}" } as const;
  const call = bound(server.url, { updateUser }).call(accounts.updateUser, {
    path: { userId: "7" },
    body: { fullName: "Alice" },
  });
  return { call, sent: () => server.paths().filter((path) => !path.includes(LOGIN)) };
}

describe.each(troubles)("after %s", (_, trouble) => {
  it.each(["PUT", "PATCH"] as const)("a change that the server does by %s is sent again", async (method) => {
    const { call, sent } = await update(method, trouble, user);
    await expect(call).resolves.toEqual({ id: "7" });
    expect(sent()).toEqual([`${method} /members/7`, `${method} /members/7`]);
  });

  it("a change that the server does by POST is not sent again: it may have been done", async () => {
    const { call, sent } = await update("POST", trouble, user);
    const error = await failureOf(call);
    expect(error).toBeInstanceOf(AmbiguousWrite);
    expect(error.message).toContain(
      "HC2005 The provider does not know whether the server executed updateUser (POST /members/{userId}",
    );
    expect(sent()).toEqual(["POST /members/7"]);
  });
});

it("a creation that the server does by PUT is not sent again either", async () => {
  const server = await serve(platform((_, response) => json(response, 503, {})));
  const addMember = {
    confirmed: true,
    method: "PUT",
    path: "/teams/{orgId}/{user}",
    body: { user: "path:user" },
  } as const;
  const args = { path: { orgId: "1" }, body: { user: "7", role: "user" } };
  expect(await failureOf(bound(server.url, { addMember }).call(accounts.addMember, args))).toBeInstanceOf(
    AmbiguousWrite,
  );
  expect(server.seen.filter(({ method }) => method === "PUT")).toHaveLength(1);
});

it("an empty answer of a server with a contract file is complete, and nothing is repeated", async () => {
  const server = await serve(platform((_, response) => response.writeHead(200).end()));
  const deleteUser = { confirmed: true, method: "DELETE", path: "/members/{userId}" } as const;
  await bound(server.url, { deleteUser }).call(accounts.deleteUser, { path: { userId: "7" } });
  expect(server.seen.filter(({ method }) => method === "DELETE")).toHaveLength(1);
});
