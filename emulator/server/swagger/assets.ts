import fs from "node:fs";
import path from "node:path";
import { file, type OutgoingAnswer } from "../answer";

/** What the page loads, with its type. The files of `page` are this project's own, the others are Swagger UI's. */
export const assets: readonly (readonly [name: string, type: string])[] = [
  ["page.css", "text/css; charset=utf-8"],
  ["page.mjs", "text/javascript; charset=utf-8"],
  ["swagger-ui.css", "text/css; charset=utf-8"],
  ["swagger-ui-bundle.js", "text/javascript; charset=utf-8"],
  ["favicon-32x32.png", "image/png"],
];

/** Nothing looks for the file before somebody asks for it. */
export function asset(name: string, type: string): OutgoingAnswer {
  const place = placeOf(name);
  return file(200, { type, bytes: fs.statSync(place).size, open: () => fs.createReadStream(place) });
}

const browser = path.join(__dirname, "browser");

/** The build puts all of them into one folder. Without a build, Swagger UI's are where npm installed them. */
function placeOf(name: string): string {
  const built = path.join(browser, name);
  return fs.existsSync(built) ? built : require.resolve(`swagger-ui-dist/${name}`);
}
