import { z } from "zod";
import { reportType } from "../../provider/cli/contract/checking/report-type";
import { contractFileType } from "../../provider/binding/file/model";

/** The JSON Schema of a contract file, for editors. */
export function contractFileSchema(): string {
  return JSON.stringify(
    {
      title: "haleconnect.contract.yaml",
      description: "How the API of a hale»connect server differs from what the provider expects.",
      ...z.toJSONSchema(contractFileType, { io: "input", target: "draft-7" }),
    },
    null,
    2,
  );
}

/** The JSON Schema of what `haleconnect contract check --format json` prints. */
export function contractCheckSchema(): string {
  return JSON.stringify(
    {
      title: "haleconnect contract check --format json",
      description: "What works on a hale»connect server, kind by kind.",
      ...z.toJSONSchema(reportType, { target: "draft-7" }),
    },
    null,
    2,
  );
}
