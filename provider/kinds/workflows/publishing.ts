import { randomUUID } from "node:crypto";
import type { Client } from "../../client";
import * as workflows from "../../contract/workflows";
import { HaleconnectError } from "../../errors";
import { digestOf } from "../digest";
import type { Live, Values } from "../kind";
import { aboutField } from "../refusals";
import { cancel, followToSuccess, inWords, isOver } from "./following";
import type { DeclaredService } from "./published-service-fields";
import { flattenBegun, getPublished, partsOf } from "./published-service-form";
import { beginningOf } from "./published-service-jobs";
import { jobsOn, startWhenFree } from "./starting";

/**
 * Starts the publication of a new service, and does not wait for it: from then on the service may appear at any time, so
 * the stack has to know it.
 */
export async function beginPublication(client: Client, id: string, declared: DeclaredService): Promise<Live> {
  const { createdBy } = await begin(client, id, declared);
  const { access: type, accessUser: user } = declared;
  return flattenBegun(id, { createdBy, access: type === undefined ? undefined : { type, user } });
}

/** Waits for a publication that was begun as the service is declared now. If there is none, it publishes the service. */
export async function finishPublication(client: Client, id: string, declared: DeclaredService): Promise<Values> {
  const begun = (await jobsOf(client, id)).find((job) => isAsDeclared(job, id, declared));
  if (begun !== undefined) {
    const published = await publishedBy(client, id, begun, declared);
    if (hasAccess(published, declared)) {
      return asOfNow(published, declared);
    }
  }
  return publishAgain(client, id, declared);
}

/**
 * Publishes a service of which nobody knows for which reasons it was published last, unless its last publication was
 * begun as the service is declared now.
 */
export async function publishUnlessDone(client: Client, id: string, declared: DeclaredService): Promise<Values> {
  const last = (await jobsOf(client, id)).find(({ type }) => type === "publication");
  const isDone = last !== undefined && isAsDeclared(last, id, declared) && (!isOver(last) || isSuccessful(last));
  return isDone ? finishPublication(client, id, declared) : publishAgain(client, id, declared);
}

/** Publishes the service with the dataset and the theme as they are now, and with the declared access. */
export async function publishAgain(client: Client, id: string, declared: DeclaredService): Promise<Values> {
  for (let attempt = 1; ; attempt++) {
    const published = await publishedBy(client, id, await begin(client, id, declared), declared);
    if (hasAccess(published, declared)) {
      return asOfNow(published, declared);
    }
    if (attempt === MOST_ATTEMPTS) {
      throw otherAccess(id, published, declared);
    }
  }
}

/** Somebody else may set another access between ours and the publication. */
const MOST_ATTEMPTS = 3;

/**
 * Takes the service from the net, and stops a publication of our own that still runs. Nothing happens to a service that
 * is not there.
 */
export async function unpublish(client: Client, id: string, timeoutSeconds?: number): Promise<void> {
  const { resource, service } = partsOf(id);
  const job = await startWhenFree(client, {
    body: { type: "unpublication", resourceType: "Bucket", resource, parameters: { service } },
    subject: `service ${id}`,
    isOwn: (it) => it.type === "unpublication" && writes(it, service) && !isOver(it),
    isInTheWay: (it) => writes(it, service),
    clear: async (it) => {
      if (it.reference?.startsWith(beginningOf(id)) === true && (await isMine(client, it))) {
        await cancel(client, it);
      }
    },
    timeoutSeconds,
  });
  await followToSuccess(client, job, timeoutSeconds);
}

/** Starts a publication, or returns one of our own that an interrupted run began for the same reasons. */
async function begin(client: Client, id: string, declared: DeclaredService): Promise<workflows.JobInfo> {
  const { resource, service } = partsOf(id);
  // The access in force next may be somebody else's.
  await setAccess(client, id, declared);
  return startWhenFree(client, {
    body: {
      type: "publication",
      resourceType: "Bucket",
      resource,
      parameters: { service },
      reference: `${nameOf(id, declared)}(${randomUUID()})`,
    },
    subject: `service ${id}`,
    isOwn: async (job) => !isOver(job) && isAsDeclared(job, id, declared) && (await isMine(client, job)),
    isInTheWay: (job) => writes(job, service),
    timeoutSeconds: declared.timeoutSeconds,
  });
}

/** Whoever has a service by its password needs both. */
async function setAccess(client: Client, id: string, declared: DeclaredService): Promise<void> {
  const { access, accessUser, accessPassword } = declared;
  if (access !== undefined) {
    const login = access === "password" ? { user: accessUser ?? "", password: accessPassword ?? "" } : {};
    const body = { type: access, ...login };
    await aboutField("access", () => client.call(workflows.setServiceAccess, { path: { serviceId: id }, body }));
  }
}

async function publishedBy(
  client: Client,
  id: string,
  job: workflows.JobInfo,
  { timeoutSeconds }: DeclaredService,
): Promise<Live> {
  const over = await followToSuccess(client, job, timeoutSeconds);
  const published = await getPublished(client, id);
  if (published === undefined) {
    throw new HaleconnectError("HC7001", {
      what: `${inWords(over)} is successful, but service ${id} is not published`,
      why: "Somebody took it from the net again, or its access hides it.",
    });
  }
  return published;
}

/** What has just been published is as it is now. */
function asOfNow({ values }: Live, { triggers, datasetRevision }: DeclaredService): Values {
  return { ...values, triggers, datasetRevision };
}

/** A server may not say which access is in force. */
function hasAccess({ values }: Live, { access, accessUser }: DeclaredService): boolean {
  const isUser = access !== "password" || values["accessUser"] === undefined || values["accessUser"] === accessUser;
  return access === undefined || values["access"] === undefined || (values["access"] === access && isUser);
}

function otherAccess(id: string, { values }: Live, { access }: DeclaredService): HaleconnectError {
  return new HaleconnectError("HC7006", {
    what: `Service ${id} was published with the access "${String(values["access"])}", and "${String(access)}" is declared`,
  });
}

async function jobsOf(client: Client, id: string): Promise<readonly workflows.JobInfo[]> {
  const { resource, service } = partsOf(id);
  return (await jobsOn(client, resource)).filter((job) => writes(job, service));
}

function writes({ parameters }: workflows.JobInfo, service: workflows.ServiceType): boolean {
  return parameters?.service === service;
}

async function isMine(client: Client, { createdBy }: workflows.JobInfo): Promise<boolean> {
  return createdBy === undefined || createdBy === (await client.whoAmI()).id;
}

function isSuccessful({ state }: workflows.JobInfo): boolean {
  return state === "successful";
}

function isAsDeclared({ type, reference }: workflows.JobInfo, id: string, declared: DeclaredService): boolean {
  return type === "publication" && reference?.startsWith(nameOf(id, declared)) === true;
}

/** Tells publications for other reasons apart. Everybody may see it, so the password is not in it. */
function nameOf(id: string, declared: DeclaredService): string {
  const { access, accessUser, accessPasswordVersion, triggers, datasetRevision } = declared;
  const digest = digestOf([id, access, accessUser, accessPasswordVersion, triggers, datasetRevision]);
  return `${beginningOf(id)}${digest.slice(0, 8)} `;
}
