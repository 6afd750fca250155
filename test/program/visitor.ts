import { demoPassword } from "../../src/demo/index.ts";

/** What the program said, over a real line. */
export interface Said {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** What stands beside path and body of a request. */
export interface Extra {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who has signed in to a running program and talks to its API. */
export interface Visitor {
  readonly cookie: string;
  /** Asks, and gives whatever comes back; fails only when the line breaks. */
  send(path: string, body?: unknown, extra?: Extra): Promise<Said>;
  /** Asks for what must succeed. */
  ask(path: string, body?: unknown, extra?: Extra): Promise<Readonly<Record<string, unknown>>>;
  /** Uploads a file and gives its id. */
  upload(name: string, content: Buffer): Promise<string>;
}

/** Signs a demo account in. */
export async function signIn(baseUrl: string, email: string): Promise<Visitor> {
  const answer = await fetch(`${baseUrl}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!answer.ok || cookie === undefined) throw new Error(`${email} cannot sign in: ${answer.status}`);
  const send: Visitor["send"] = async (path, body, { method, headers = {} } = {}) => {
    const isForm = body instanceof FormData;
    const said = await fetch(`${baseUrl}/api/v1${path}`, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: { cookie, ...(isForm || body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await said.text();
    const isJson = said.headers.get("content-type")?.includes("json") === true;
    return {
      status: said.status,
      headers: said.headers,
      body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  };
  const ask: Visitor["ask"] = async (path, body, extra) => {
    const said = await send(path, body, extra);
    if (said.status >= 300) throw new Error(`${path} answered ${said.status}: ${JSON.stringify(said.body)}`);
    return said.body;
  };
  const upload: Visitor["upload"] = async (name, content) => {
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(content)]), name);
    return String((await ask("/files", form))["id"]);
  };
  return { cookie, send, ask, upload };
}
