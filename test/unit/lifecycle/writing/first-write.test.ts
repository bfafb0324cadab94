import { ServerRefusal, type Client } from "../../../../provider/client";
import { accounts } from "../../../../provider/contract";
import { FirstWrite, RefusedAtOnce } from "../../../../provider/lifecycle/writing/first-write";

const read = accounts.getOrganisation;
const write = accounts.updateOrganisation;

const refusal = (status: number): ServerRefusal =>
  new ServerRefusal(status === 500 ? "HC2500" : "HC2403", { operation: write, status, message: "", fields: [] }, {});

/** Answers each call with the next of these; an error is thrown, and a promise is waited for. */
function clientWith(...answers: readonly unknown[]): Client {
  const left = [...answers];
  const call = async (): Promise<unknown> => {
    const answer = await left.shift();
    if (answer instanceof Error) {
      throw answer;
    }
    return answer;
  };
  return { account: "alice", call } as unknown as Client;
}

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

const args = { path: { orgId: "1" }, body: {} };

describe("a write that the server refuses for lack of a right", () => {
  it.each([401, 403])("is the first one after reads: status %s", async (status) => {
    const first = new FirstWrite(clientWith({}, refusal(status)));
    await first.client.call(read, args);
    const about = first.about(await errorOf(first.client.call(write, args)));
    expect(about).toBeInstanceOf(RefusedAtOnce);
    expect((about as RefusedAtOnce).refusal.status).toBe(status);
  });

  it("is not the first one: the work is half done", async () => {
    const first = new FirstWrite(clientWith({}, refusal(403)));
    await first.client.call(write, args);
    expect(first.about(await errorOf(first.client.call(write, args)))).toBeInstanceOf(ServerRefusal);
  });

  it("is refused while the server may still take another one", async () => {
    const first = new FirstWrite(clientWith(new Promise(() => undefined), refusal(403)));
    void first.client.call(write, args);
    expect(first.about(await errorOf(first.client.call(write, args)))).toBeInstanceOf(ServerRefusal);
  });

  it("comes after one whose outcome is unknown", async () => {
    const first = new FirstWrite(clientWith(refusal(500), refusal(403)));
    await errorOf(first.client.call(write, args));
    expect(first.about(await errorOf(first.client.call(write, args)))).toBeInstanceOf(ServerRefusal);
  });
});

it("another failure is told as it is", async () => {
  const first = new FirstWrite(clientWith(refusal(500)));
  expect(first.about(await errorOf(first.client.call(write, args)))).toMatchObject({ code: "HC2500" });
});

it("the client keeps what it knows of itself", () => {
  expect(new FirstWrite(clientWith()).client.account).toBe("alice");
});
