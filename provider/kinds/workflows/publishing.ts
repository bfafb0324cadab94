import type { z } from "zod";
import type { Client } from "../../client";
import { workflows } from "../../contract";
import { HaleconnectError } from "../../errors";
import type { Live } from "../kind";
import { aboutField, orThere } from "../refusals";
import { followToSuccess, inWords, isOver } from "./following";
import type { DeclaredService } from "./published-service-fields";
import { getService, partsOf } from "./published-service-form";

/** Publishes the service with the dataset and the theme as they are now, and with the access that was set. */
export async function publish(client: Client, id: string, timeoutSeconds?: number): Promise<Live> {
  const job = await work(client, "publication", id, timeoutSeconds);
  const published = await getService(client, id);
  if (published === undefined) {
    throw new HaleconnectError("HC7001", {
      what: `${inWords(job)} is successful, but service ${id} is not published`,
      why: "Somebody took it from the net again, or its access hides it.",
    });
  }
  return published;
}

/** Takes the service from the net. Nothing happens to one that is not there. */
export async function unpublish(client: Client, id: string): Promise<void> {
  await work(client, "unpublication", id);
}

/** Whoever has a service by its password needs both. */
export async function setAccess(client: Client, id: string, declared: DeclaredService): Promise<void> {
  const { access, accessUser, accessPassword } = declared;
  if (access !== undefined) {
    const login = access === "password" ? { user: accessUser ?? "", password: accessPassword ?? "" } : {};
    const body = { type: access, ...login };
    await aboutField("access", () => client.call(workflows.setServiceAccess, { path: { serviceId: id }, body }));
  }
}

/** Only one job at a time writes a service. One that runs already, perhaps of an interrupted run, is waited for first. */
async function work(
  client: Client,
  type: "publication" | "unpublication",
  id: string,
  timeoutSeconds?: number,
): Promise<workflows.Job> {
  const { resource, service } = partsOf(id);
  const body = { type, resourceType: "Bucket" as const, resource, parameters: { service } };
  for (let attempt = 1; ; attempt++) {
    const started = await aboutField("dataset", () => start(client, body, attempt));
    if (started !== undefined) {
      return followToSuccess(client, started, timeoutSeconds);
    }
    const running = await runningOn(client, resource, service);
    if (running?.type === type) {
      return followToSuccess(client, running, timeoutSeconds);
    }
    if (running !== undefined) {
      await followToSuccess(client, running, timeoutSeconds);
    }
  }
}

/** undefined: another job writes the service. A refusal that lasts is an error. */
function start(client: Client, body: Parameters<typeof startOf>[1], attempt: number) {
  const started = startOf(client, body);
  return attempt < MOST_ATTEMPTS ? orThere(started) : started;
}

const MOST_ATTEMPTS = 5;

function startOf(client: Client, body: z.input<typeof workflows.NewJob>) {
  return client.call(workflows.startJob, { body });
}

async function runningOn(client: Client, resource: string, service: workflows.ServiceType) {
  const { items } = await client.list(workflows.getJobs, { query: { resource, resourceType: "Bucket" } });
  return items.find((job) => !isOver(job) && job.parameters?.service === service);
}
