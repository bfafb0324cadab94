import fs from "node:fs";
import path from "node:path";
import { readApiDocument } from "../../../../provider/binding/documents";
import { exitOf } from "../../../../provider/cli/doctor/report";
import { documentWith } from "../../client/contract/small-document";
import { closeAll, platform, serve, temporaryFolder } from "../../client/scripted-server";
import { examined, loginTo, named } from "./patient";

afterEach(closeAll);

const DOCUMENT = "/schemas/swagger.yaml";
const bound = { document: "schemas", method: "PATCH", path: "/members/{userId}", body: { fullName: "full_name" } };
const operations = {
  updateUser: { ...bound, confirmed: true, shared: true, bodyExpression: "{}" },
  deactivateUser: { ...bound, body: undefined, shared: true },
};

/** The check of the contract file where its document was pulled with one text, and is another one today. */
async function checked(pulled: string, today: string, update: object = {}, other?: string) {
  const server = await serve(
    platform(
      (seen, response) => {
        if (seen.path === DOCUMENT) {
          response.writeHead(200, { "content-type": "application/yaml" }).end(today);
        } else {
          response.writeHead(404).end();
        }
      },
      { isReal: true },
    ),
  );
  const content = {
    haleconnect: "contract/1",
    servers: [`${server.url}/`, ...(other === undefined ? [] : [other])],
    pulled: "2026-01-31",
    documents: {
      schemas: { from: `${other ?? server.url}${DOCUMENT}`, digest: readApiDocument("schemas", pulled).digest },
    },
    operations: { ...operations, updateUser: { ...operations.updateUser, ...update } },
  };
  const folder = temporaryFolder();
  fs.writeFileSync(path.join(folder, "haleconnect.contract.yaml"), JSON.stringify(content));
  const findings = await examined(loginTo(server.url), { folder, today: Date.parse("2026-02-02") });
  return {
    finding: named(findings, "contract"),
    server,
    exit: exitOf(findings.filter(({ name }) => name === "contract")),
  };
}

const text = documentWith("full_name");

describe("the check of the contract file, against the documents of today", () => {
  it("is ok if they are the pulled ones, and asks for none of them twice", async () => {
    const { finding, server } = await checked(text, text);
    expect(finding.status).toBe("ok");
    expect(finding.says).toMatch(/, pulled 2026-01-31, 2 days ago$/);
    expect(server.paths().filter((it) => it === `GET ${DOCUMENT}`)).toHaveLength(1);
  });

  it("warns with the document that changed, and with the confirmed operations in it", async () => {
    const { finding, exit } = await checked(text, documentWith("full_name", "Other"));
    expect(finding).toMatchObject({ status: "warning" });
    expect(finding.says).toContain("; the document schemas changed since: updateUser still agrees");
    expect(finding.says).not.toContain("deactivateUser");
    expect(finding.remedy).toContain("haleconnect contract pull");
    expect(exit).toBe(0);
  });

  it("is the same for a document that was pulled from another address of the platform", async () => {
    const { finding } = await checked(text, documentWith("full_name", "Other"), {}, "https://other.example");
    expect(finding.says).toContain("the document schemas changed since");
  });

  it("warns if a document cannot be compared", async () => {
    const { finding } = await checked(text, "<html></html>");
    expect(finding.status).toBe("warning");
    expect(finding.says).toContain("; 1 document cannot be compared");
  });

  it("says what no longer agrees", async () => {
    const { finding } = await checked(text, documentWith("display_name"), { bodyExpression: undefined });
    expect(finding.status).toBe("warning");
    expect(finding.says).toMatch(/updateUser no longer agrees \(it no longer takes `full_name`[^)]*\)/);
  });

  it("is an error if an operation is gone", async () => {
    const { finding, exit } = await checked(text, text.replace("/members/", "/people/"));
    expect(finding.status).toBe("error");
    expect(finding.says).toContain("updateUser no longer agrees (its document no longer has it)");
    expect(exit).toBe(1);
  });
});
