import { accounts } from "../../../provider/contract";
import { forms, printers } from "../../../provider/drift/printing";
import { withVerdict } from "../../../provider/drift/verdict";
import { Stack, Tenant } from "../lifecycle/stack";
import { exported, exportOf, urnOf } from "./exported";
import { lookingClient } from "./looking-client";
import { lookAt } from "./stack-state";

let tenant: Tenant;
let stack: Stack;

beforeEach(async () => {
  jest.spyOn(console, "warn").mockReturnValue();
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});

afterEach(() => tenant.stop());

const declare = (more: Record<string, unknown> = {}) =>
  stack.up([
    {
      kind: "Organisation",
      name: "state",
      values: () => ({ name: "Land Beispiel", parent: "1", description: "Sunshine-declared", ...more }),
    },
  ]);

const edit = (description: string) =>
  tenant.byHand.call(accounts.updateOrganisation, { path: { orgId: stack.idOf("state") }, body: { description } });

const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** The state, with the description as the engine writes a secret. */
function withDescription(description: unknown): string {
  const { kind = "", id = "", inputs = {}, outputs = {} } = stack.states.get("state") ?? {};
  const type = `pulumi-nodejs:dynamic/haleconnect:${kind}`;
  const sides = { inputs: { ...inputs, description }, outputs: { ...outputs, description } };
  return exported({ urn: urnOf(kind, "state"), id, type, ...sides });
}

it("shows a value that the program gave as a secret in no form of the report", async () => {
  await declare({ __secrets: ["description"] });
  await edit("Sunshine-actual");
  const looked = await lookAt(tenant.emulator, exportOf(stack));
  expect(looked.findings).toMatchObject([{ path: "description", declared: "[secret]", actual: "[secret]" }]);
  for (const form of forms) {
    expect(printers[form](withVerdict(looked))).not.toContain("Sunshine");
  }
});

it("calls a user by the user name if the full name is a secret", async () => {
  await stack.up([
    { kind: "Organisation", name: "state", values: () => ({ name: "Land Beispiel", parent: "1" }) },
    {
      kind: "User",
      name: "erika",
      values: () => ({
        username: "erika",
        fullName: "Sunshine Muster",
        email: "erika@users.example",
        organisation: stack.idOf("state"),
        role: "dataManager",
        __secrets: ["fullName"],
      }),
    },
  ]);
  const path = { orgId: stack.idOf("state"), userId: stack.idOf("erika") };
  await tenant.byHand.call(accounts.removeMember, { path });
  const looked = await lookAt(tenant.emulator, exportOf(stack));
  expect(looked.findings.map(({ says }) => says)).toContainEqual(
    expect.stringMatching(/^erika \(\d+\) may no longer act as dataManager/),
  );
  for (const form of forms) {
    expect(printers[form](withVerdict(looked))).not.toContain("Sunshine");
  }
});

it("compares a secret whose plain text the state shows, and does not show it either", async () => {
  await declare();
  await edit("Sunshine-actual");
  const text = withDescription({ ...secret, plaintext: JSON.stringify("Sunshine-declared") });
  const { findings, notLookedAt } = await lookAt(tenant.emulator, text);
  expect(findings).toMatchObject([{ path: "description", declared: "[secret]", actual: "[secret]" }]);
  expect(notLookedAt).toEqual([]);
});

it("does not call in sync what the state keeps encrypted, and says how to compare it", async () => {
  await declare();
  const looked = await lookAt(tenant.emulator, withDescription({ ...secret, ciphertext: "v1:abc" }));
  expect(looked.findings).toEqual([]);
  expect(looked.notLookedAt).toMatchObject([
    { kind: "Organisation", count: 1, why: expect.stringContaining("`description` encrypted") as string },
  ]);
  expect(withVerdict(looked)).toMatchObject({ verdict: "incomplete", exit: 1 });
});

it("does not take for gone what another account saw and this one does not see", async () => {
  await declare();
  const home = await tenant.organisation("Elsewhere");
  await tenant.user("anna", home, "orgAdmin");
  const { url } = tenant.emulator;
  const looked = await lookAt({ url, username: "anna", password: "Geheim-12345" }, exportOf(stack));
  expect(looked.findings.filter(({ type }) => type === "missing")).toEqual([]);
  expect(looked.notLookedAt).toMatchObject([
    { kind: "Organisation", why: expect.stringContaining("HC6004") as string },
  ]);
});

it("the client of the command refuses a write before it sends anything", async () => {
  const client = lookingClient(tenant.emulator);
  await client.whoAmI();
  const path = { orgId: "1" };
  const write = client.call(accounts.createSuborganisation, { path, body: { name: "Neu" } });
  await expect(write).rejects.toThrow("HC5007");
  const answer = await fetch(`${tenant.emulator.url}/_emulator/requests`);
  const { requests } = (await answer.json()) as { requests: { method: string; operation: string }[] };
  expect(requests.filter(({ method }) => method !== "GET").map(({ operation }) => operation)).toEqual(["login"]);
  client.close();
});
