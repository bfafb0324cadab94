import { services } from "../../../provider/contract";
import { text, type OutgoingAnswer } from "../answer";

/** The browser loads nothing from another server, and sends nothing to one: not the token either. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Every address in it is relative, so that the page works behind a proxy that adds a prefix. */
export function page(): OutgoingAnswer {
  return text(200, "text/html", html, { "content-security-policy": policy });
}

const options = services
  .map(({ folder, title }) => `        <option value="..${folder}/swagger.yaml">${title}</option>`)
  .join("\n");

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>hale»connect API</title>
    <link rel="icon" type="image/png" href="favicon-32x32.png">
    <link rel="stylesheet" href="swagger-ui.css">
    <link rel="stylesheet" href="page.css">
  </head>
  <body>
    <form class="explorer" name="explorer">
      <h1>hale»connect API</h1>
      <select name="documents" aria-label="Document" autocomplete="off">
${options}
      </select>
      <input name="url" aria-label="URL" autocomplete="off" spellcheck="false" required>
      <input name="api_key" aria-label="api_key" placeholder="api_key" autocomplete="off" spellcheck="false">
      <button>Explore</button>
    </form>
    <div id="swagger-ui"></div>
    <script src="swagger-ui-bundle.js"></script>
    <script src="page.mjs" type="module"></script>
  </body>
</html>
`;
