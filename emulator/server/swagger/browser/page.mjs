/* global document, location, window */

const { documents, url, api_key: apiKey } = document.forms.explorer.elements;

/** The token as it was pasted: maybe with the quotes of the answer around it, or with its prefix. */
function token() {
  return apiKey.value.replace(/^[\s"]*(Bearer\s+)?/i, "").replace(/[\s"]+$/, "");
}

/** A call without a pasted token stays as it is, so that the dialogue behind "Authorize" works too. */
function withToken(request) {
  if (token() !== "") {
    request.headers.Authorization = `Bearer ${token()}`;
  }
  return request;
}

function choose() {
  url.value = new URL(documents.value, location.href).href;
}

choose();
const page = window.SwaggerUIBundle({
  dom_id: "#swagger-ui",
  url: url.value,
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  requestInterceptor: withToken,
  // Otherwise it asks a server of its makers what it thinks of the document.
  validatorUrl: null,
});

function explore() {
  page.specActions.updateUrl(url.value);
  page.specActions.download(url.value);
}

documents.addEventListener("change", () => {
  choose();
  explore();
});
document.forms.explorer.addEventListener("submit", (event) => {
  event.preventDefault();
  explore();
});
