import fs from "node:fs";
import path from "node:path";
import { readTracker, tellTracker } from "../../../../provider/cli/drift/issue";
import { aimOf } from "../../../../provider/drift/issue/aim";
import type { DriftReport } from "../../../../provider/drift/model";
import { Authority } from "../../client/authority";
import { closeAll, failureOf, json, serve, temporaryFolder } from "../../client/scripted-server";
import { findings, incomplete, inSync, report } from "../../drift/report";
import { github, gitlab, SmallTracker, TOKEN } from "./small-tracker";

afterEach(closeAll);

const network = { timeoutSeconds: 5 };
const never = (): AbortSignal => new AbortController().signal;

describe.each([github, gitlab])("the issue on $name", (dialect) => {
  let tracker: SmallTracker;
  beforeEach(async () => {
    tracker = await new SmallTracker(dialect).start();
  });

  const tell = (seen: DriftReport, env: NodeJS.ProcessEnv = tracker.env): Promise<string> =>
    tellTracker(readTracker(dialect.name, env, network), seen, never());

  const other = report({ findings: findings.slice(0, 1) });

  it("is opened when drift appears", async () => {
    expect(await tell(report())).toMatch(/^Opened the issue http\S+\/1\.$/);
    const [issue] = tracker.open;
    expect(issue).toMatchObject({ title: "Drift: tenant/dev on https://haleconnect.example", comments: [] });
    expect(issue?.body).toContain('of Organisation "state" was changed');
    expect(issue?.body).toMatch(/^<!-- haleconnect drift tenant\/dev -->\n/);
  });

  it("gets a new text when the drift is another, and people's title and comments stay", async () => {
    await tell(report());
    Object.assign(tracker.issues[0] ?? {}, { title: "Ours", comments: ["We know."] });
    expect(await tell(other)).toMatch(/^Updated the issue /);
    expect(tracker.issues).toHaveLength(1);
    expect(tracker.open[0]).toMatchObject({ title: "Ours", comments: ["We know."] });
    expect(tracker.open[0]?.body).not.toContain("dataManager");
  });

  it("is not written to while the drift stays the same, however many requests the look took", async () => {
    await tell(report());
    const before = tracker.writes.length;
    // Some trackers keep line ends as a browser sends them.
    Object.assign(tracker.issues[0] ?? {}, { body: `${tracker.issues[0]?.body.replaceAll("\n", "\r\n") ?? ""}\r\n` });
    const requests = { total: 99, logins: 2, pages: 90, details: 7 };
    expect(await tell(report({ requests, lookedAt: "2026-11-28T03:00:00.000Z" }))).toMatch(/is already up to date\.$/);
    expect(tracker.writes).toHaveLength(before);
  });

  it("is closed with a comment when all is in sync, and drift that comes back opens a new one", async () => {
    await tell(report());
    expect(await tell(report(inSync))).toMatch(/^Closed the issue /);
    expect(tracker.open).toEqual([]);
    expect(tracker.issues[0]?.comments).toEqual([
      "✅ In sync: 3 resources of the state are as declared. Looked at 2026-11-27 03:00 UTC.",
    ]);
    expect(await tell(report(inSync))).toBe("All is in sync, and no issue is open.");
    await tell(report());
    expect(tracker.open.map(({ number }) => number)).toEqual([2]);
  });

  it("stays open after a look that is incomplete, which still tells drift", async () => {
    expect(await tell(report(incomplete))).toMatch(/the command opened no issue/);
    await tell(report());
    expect(await tell(report(incomplete))).toMatch(/stays as it is/);
    expect(tracker.open[0]?.body).toContain("dataManager");
    await tell(report({ ...incomplete, findings: findings.slice(0, 1) }));
    expect(tracker.open[0]?.body).toContain("Incomplete: ");
  });

  it("is found on any page, past issues of others, of other stacks, and texts that quote it", async () => {
    tracker.longestPage = 2;
    const { body } = aimOf(report()) as { body: string };
    tracker.has({ body, isOpen: false });
    tracker.has({ body: `> ${body}` });
    tracker.has({ body: body.replace("tenant/dev", "tenant/prod") });
    tracker.has({});
    if (dialect === github) {
      tracker.has({ body, isPullRequest: true });
    }
    const own = tracker.has({ body });
    expect(await tell(report())).toContain(`/${own.number} is already up to date`);
    expect(tracker.writes).toEqual([]);
  });

  it("is one, although two runs see no issue at the same time", async () => {
    let looks = 0;
    let both: () => void = () => undefined;
    const twoLooked = new Promise<void>((resolve) => (both = resolve));
    tracker.first = ({ method }, response) => {
      if (method !== "GET" || looks >= 2) {
        return false;
      }
      // Each of the first two gets its answer once the other has asked as well.
      if (++looks === 2) {
        both();
      }
      void twoLooked.then(() => {
        json(response, 200, []);
      });
      return true;
    };
    const said = await Promise.all([tell(report()), tell(report())]);
    expect(said.map((text) => text.split(" ")[0]).sort()).toEqual(["Another", "Opened"]);
    expect(tracker.open.map(({ number }) => number)).toEqual([1]);
    expect(tracker.issues[1]?.comments).toEqual([
      expect.stringMatching(/^Closed, because http\S+\/1 is about the same/),
    ]);
  });

  it("closes a younger one that a run which was killed has left", async () => {
    const { body } = aimOf(report()) as { body: string };
    tracker.has({ body });
    tracker.has({ body });
    await tell(report());
    expect(tracker.open.map(({ number }) => number)).toEqual([1]);
  });

  it("waits when it is asked to, and sends the request again", async () => {
    let refusals = 0;
    tracker.first = (_seen, response) => {
      const isRefused = refusals < 2;
      if (isRefused) {
        refusals++;
        const status = dialect === github && refusals === 2 ? 403 : 429;
        json(response, status, { message: "Too many requests" }, { "retry-after": "0" });
      }
      return isRefused;
    };
    expect(await tell(report())).toMatch(/^Opened/);
    expect(tracker.paths.slice(0, 3).every((path) => path.startsWith("GET "))).toBe(true);
  });

  it.each([
    ["HC8308", "401 Unauthorized", 401, {}],
    ["HC8308", "Resource not accessible by integration", 403, {}],
    ["HC8310", "API rate limit exceeded", 403, { "x-ratelimit-remaining": "0" }],
    ["HC8310", "Not Found", 404, {}],
    ["HC8310", "Issues has been disabled in this repository.", 410, {}],
    ["HC8310", "Validation Failed", 422, {}],
  ])("ends with %s if it answers: %s", async (code, message, status, headers) => {
    tracker.first = (_seen, response) => {
      json(response, status, { message: `${message} (${TOKEN})` }, headers);
      return true;
    };
    const error = await failureOf(tell(report()));
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(`It says: ${message} ([secret])`);
    expect(error.message).not.toContain(TOKEN);
  });

  it("says that a write may have come about, and the next run finds it", async () => {
    tracker.first = ({ method }, response) => {
      if (method === "POST") {
        tracker.has({ body: (aimOf(report()) as { body: string }).body });
        tracker.first = () => false;
        json(response, 502, {});
        return true;
      }
      return false;
    };
    expect(await failureOf(tell(report()))).toMatchObject({ code: "HC8309" });
    expect(await tell(report())).toMatch(/is already up to date/);
    expect(tracker.issues).toHaveLength(1);
  });

  it("tells a server that answers with a page", async () => {
    tracker.first = (_seen, response) => {
      response.setHeader("content-type", "text/html").end("<html>Hello</html>");
      return true;
    };
    expect(await failureOf(tell(report()))).toMatchObject({ code: "HC8310" });
  });
});

describe("a self-managed GitLab with a private authority", () => {
  const authority = new Authority();
  const { cert } = authority.identity;

  const secure = async (): Promise<NodeJS.ProcessEnv> => {
    const { url } = await serve((_seen, response) => json(response, 200, []), authority.certificateFor("localhost"));
    return gitlab.env(`${url}/gitlab/api/v4`);
  };

  it("is trusted by the file of the platform's authorities, or by the one of GitLab's runner", async () => {
    const env = await secure();
    const file = path.join(temporaryFolder(), "ca.pem");
    fs.writeFileSync(file, cert);
    const byPlatform = readTracker("gitlab", env, { ...network, ca: cert });
    const byRunner = readTracker("gitlab", { ...env, CI_SERVER_TLS_CA_FILE: file }, network);
    for (const settings of [byPlatform, byRunner]) {
      expect(await tellTracker(settings, report(inSync), never())).toBe("All is in sync, and no issue is open.");
    }
  });

  it("is not trusted otherwise", async () => {
    const error = await failureOf(tellTracker(readTracker("gitlab", await secure(), network), report(), never()));
    expect(error).toMatchObject({ code: "HC8309" });
    expect(error.message).toContain("HALECONNECT_CA_FILE");
  });
});
