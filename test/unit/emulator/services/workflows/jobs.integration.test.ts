import { bucket, type TestBucket } from "../../support/buckets";
import { invalidFields, organisation, startPlatform, user, type Platform, type Reply } from "../../support/visitor";

let platform: Platform;
let dataset: TestBucket;
let now: number;
beforeEach(async () => {
  now = Date.UTC(2026, 10, 1);
  platform = await startPlatform({ now: () => now });
  dataset = await bucket(platform.admin, "data", "org/1", { name: "Straßen" });
});
afterEach(() => platform.emulator.close());

interface Job {
  readonly id: string;
  readonly state: string;
  readonly log: readonly { readonly level: string; readonly message: string }[];
  readonly report?: readonly { readonly level: string; readonly message: string; readonly where?: string }[];
}

const start = (form: object = {}, by = platform.admin) =>
  by.post("/workflows/jobs", { type: "validation", resourceType: "Bucket", resource: dataset.combinedId, ...form });
const started = async (form: object = {}) => jobIn(await start(form));
const order = (it: object) => platform.anonymous.post("/_emulator/jobs", it);
const get = async (id: string) => jobIn(await platform.admin.get(`/workflows/jobs/${id}`));
const list = async (query = "", by = platform.admin) => (await by.get(`/workflows/jobs?${query}`)).body as Job[];

function jobIn({ status, body }: Reply): Job {
  expect(status).toBeLessThan(300);
  return body as Job;
}

describe("a job", () => {
  it("is over at once, unless something else is ordered", async () => {
    const job = await started();
    expect(job).toMatchObject({ type: "validation", state: "successful", created: now, started: now, finished: now });
    expect(job.log.map(({ message }) => message)).toEqual([
      `The validation of dataset ${dataset.combinedId} is queued.`,
      "The validation runs.",
      "Found 1 errors and 2 warnings.",
      "The validation is done.",
    ]);
  });

  it("waits, runs and ends by the clock", async () => {
    await order({ queued: 1000, running: 5000 });
    const { id, state } = await started();
    expect(state).toBe("queued");
    now += 1000;
    expect(await get(id)).toMatchObject({ state: "running", started: now });
    now += 4999;
    expect((await get(id)).state).toBe("running");
    now += 1;
    expect(await get(id)).toMatchObject({ state: "successful", finished: now });
  });

  it("is over after as many looks as were ordered", async () => {
    await order({ looks: 2 });
    const { id } = await started();
    const states = [(await get(id)).state, (await get(id)).state, (await get(id)).state];
    expect(states).toEqual(["running", "running", "successful"]);
  });

  it("fails with the reason that was ordered, and says it in its log", async () => {
    await order({ type: "transformation", outcome: "failed", message: "not this one" });
    await order({ type: "validation", outcome: "failed", message: "no space left" });
    const job = await started();
    expect(job).toMatchObject({ state: "failed", message: "The validation failed: no space left" });
    expect(job.log.at(-1)).toMatchObject({ level: "error" });
  });

  it("that vanishes is not in the history when it is over", async () => {
    await order({ looks: 1, vanishes: true });
    const { id } = await started();
    expect((await get(id)).state).toBe("running");
    expect((await platform.admin.get(`/workflows/jobs/${id}`)).status).toBe(404);
    expect(await list()).toEqual([]);
  });

  it("is cancelled while it runs, and not afterwards", async () => {
    await order({ outcome: "endless" });
    const { id } = await started();
    now += 60 * 60 * 1000;
    expect((await get(id)).state).toBe("running");
    const cancel = () => platform.admin.send("PUT", `/workflows/jobs/${id}/cancellation`);
    expect(await cancel()).toMatchObject({ status: 200, body: { state: "cancelled", finished: now } });
    expect(await cancel()).toMatchObject({ status: 409 });
  });

  it("fails if its dataset is deleted before the end, and is gone with it", async () => {
    await order({ looks: 1 });
    const { id } = await started();
    await platform.admin.delete(dataset.path);
    expect((await platform.admin.get(`/workflows/jobs/${id}`)).status).toBe(404);
  });

  it("stays when the history is emptied, as long as it is not over", async () => {
    await started();
    await order({ outcome: "endless" });
    const { id } = await started();
    await platform.anonymous.delete("/_emulator/jobs/history");
    expect((await list()).map((job) => job.id)).toEqual([id]);
  });
});

describe("the list of jobs", () => {
  it("has the newest first, and is filtered by everything that a job has", async () => {
    const first = await started({ reference: "Lauf 1" });
    const second = await started({ type: "statusUpdate" });
    expect((await list()).map(({ id }) => id)).toEqual([second.id, first.id]);
    for (const [query, found] of [
      ["reference=Lauf%201", [first]],
      ["type=statusUpdate", [second]],
      ["state=failed", []],
      ["organisation=1", [second, first]],
      ["organisation=2", []],
      [`resource=${dataset.combinedId}&resourceType=Bucket`, [second, first]],
      [`resource=org.1.4711`, []],
    ] as const) {
      expect((await list(query)).map(({ id }) => id)).toEqual(found.map(({ id }) => id));
    }
  });

  it("has pages", async () => {
    await started();
    await started();
    const { body, headers } = await platform.admin.get("/workflows/jobs?offset=1&limit=1");
    expect(body).toHaveLength(1);
    expect(headers.get("x-total-count")).toBe("2");
  });

  it("has no jobs for those who may only read the dataset, since it is public or shared with them", async () => {
    const { id } = await started();
    const other = await organisation(platform.admin, "Land", "1");
    const stranger = await user(platform.admin, "stranger", other, "dataManager");
    await platform.admin.put(`${dataset.path}/p/sharingOptions`, { public: true });
    await platform.admin.post(`${dataset.path}/sharing/${other}`, {});
    expect(await list("", stranger)).toEqual([]);
    expect((await stranger.get(`/workflows/jobs/${id}`)).status).toBe(404);
    expect((await stranger.get("/workflows/testRuns")).body).toEqual([]);
    const colleague = await user(platform.admin, "colleague", "1", "dataManager");
    expect(await list("", colleague)).toHaveLength(1);
  });

  it("has only jobs on datasets that the caller sees", async () => {
    await started();
    const other = await organisation(platform.admin, "Anderes Land");
    const stranger = await user(platform.admin, "stranger", other, "dataManager");
    expect(await list("", stranger)).toEqual([]);
  });
});

describe("a start is refused", () => {
  it("for a dataset that the caller does not see, with the field", async () => {
    const other = await organisation(platform.admin, "Anderes Land");
    const stranger = await user(platform.admin, "stranger", other, "dataManager");
    expect(invalidFields(await start({}, stranger))).toEqual(["resource"]);
  });

  it("for a dataset that the caller may only read", async () => {
    await platform.admin.put(`${dataset.path}/p/sharingOptions`, { public: true });
    const other = await organisation(platform.admin, "Anderes Land");
    const reader = await user(platform.admin, "reader", other, "dataManager");
    expect(await start({}, reader)).toMatchObject({ status: 403 });
  });

  it("without the parameters of its type, and with those of another", async () => {
    expect(invalidFields(await start({ type: "transformation" }))).toEqual(["parameters.project"]);
    expect(invalidFields(await start({ parameters: { service: "wms" } }))).toEqual(["parameters.service"]);
    expect(invalidFields(await start({ type: "transformation", parameters: { project: "org.1.4711" } }))).toEqual([
      "parameters.project",
    ]);
  });

  it("if the dataset is to be published and has no theme", async () => {
    expect(invalidFields(await start({ type: "publication", parameters: { service: "wms" } }))).toEqual(["resource"]);
  });

  it("with a reference that the caller gave before", async () => {
    await started({ reference: "Lauf 1" });
    expect(await start({ reference: "Lauf 1" })).toMatchObject({ status: 409 });
  });

  it("while a job of the same target runs", async () => {
    const project = await bucket(platform.admin, "projects", "org/1", { name: "Projekt" });
    const transformation = { type: "transformation", parameters: { project: project.combinedId } };
    await order({ looks: 1 });
    const { id } = await started(transformation);
    expect(await start(transformation)).toMatchObject({ status: 409 });
    await get(id);
    await get(id);
    expect(await start(transformation)).toMatchObject({ status: 201 });
  });
});

describe("a transformation", () => {
  it("makes the target dataset once, beside its source", async () => {
    const project = await bucket(platform.admin, "projects", "org/1", { name: "Projekt" });
    const transformation = { type: "transformation", parameters: { project: project.combinedId } };
    const first = (await started(transformation)) as Job & { result: string };
    const second = (await started(transformation)) as Job & { result: string };
    expect(second.result).toBe(first.result);
    const { body } = await platform.admin.get("/store/data/overview");
    expect((body as { name: string }[]).map(({ name }) => name).sort()).toEqual(["(T) Straßen", "Straßen"]);
  });

  it("gives the target the theme that the source's theme names for it, and carries the attachments over", async () => {
    const { admin } = platform;
    const project = await bucket(admin, "projects", "org/1", { name: "Projekt" });
    const theme = async (form: object) =>
      ((await admin.post("/resources/themes/org/1", form)).body as { id: string }).id;
    const inspire = await theme({ name: "INSPIRE" });
    const transformations = [{ project: project.combinedId, theme: inspire }];
    await admin.put(`${dataset.path}/p/theme`, await theme({ name: "Verkehr", transformations }));
    const plans = await bucket(admin, "attachments", "org/1", { name: "Pläne" });
    await admin.put(`${plans.path}/p/dataset`, dataset.combinedId);
    await admin.upload(`${plans.files}/plan.pdf`, "%PDF");
    const transformation = { type: "transformation", parameters: { project: project.combinedId } };
    await started(transformation);
    const { result } = (await started(transformation)) as Job & { result: string };
    const target = await admin.get(`/store/data/buckets/${result.split(".").join("/")}`);
    expect(target.body).toMatchObject({ name: "(T) Straßen", properties: { theme: inspire }, files: [] });
    const { body } = await admin.get("/store/attachments/overview?includeFiles=true");
    const carried = (body as { name: string }[]).filter(({ name }) => name === "(T) Pläne");
    expect(carried).toMatchObject([{ properties: { dataset: result }, files: [{ name: "plan.pdf", bytes: 4 }] }]);
    await admin.delete(plans.path);
    const { id } = carried[0] as unknown as { id: { attachment: string } };
    expect((await admin.download(`/store/attachments/raw/org/1/${id.attachment}/plan.pdf`)).body).toBe("%PDF");
  });
});

describe("a validation", () => {
  const report = async () => (await started()).report?.map(({ level, message, where }) => [level, where, message]);

  it("of a dataset that says what it is, with files that can be read, finds nothing", async () => {
    await platform.admin.put(`${dataset.path}/p/description`, "Die Straßen");
    await platform.admin.put(`${dataset.path}/p/author`, "Land");
    await platform.admin.add(dataset.files, "<a/>", "a.xml");
    await platform.admin.add(dataset.files, '{"type": "Point", "coordinates": [8, 49]}', "b.geojson");
    const job = await started();
    expect(job).toMatchObject({ findings: { errors: 0, warnings: 0 }, report: [] });
  });

  it("names the place where a file cannot be read", async () => {
    await platform.admin.add(
      dataset.files,
      '<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml/3.2">\n<a>',
      "a.gml",
    );
    expect(await report()).toContainEqual([
      "error",
      expect.stringMatching(/^a\.gml:2:\d+$/),
      expect.stringContaining("it is not XML"),
    ]);
  });

  it("finds what came instead of data", async () => {
    await platform.admin.add(dataset.files, "<!doctype html><title>404</title>", "a.gml");
    expect(await report()).toContainEqual(["error", "a.gml", "The file is no data: it is a web page (HTML)."]);
  });

  it("misses files, and what a dataset says of itself", async () => {
    expect(await report()).toEqual([
      ["error", undefined, "The dataset has no file."],
      ["warning", "description", "The dataset has no description."],
      ["warning", "author", "The dataset has no author."],
    ]);
  });
});
