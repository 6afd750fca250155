import type { APIRequestContext, APIResponse } from "@playwright/test";
import { PASSWORD, type Person } from "./people.ts";

const BASE = "/api/v1";

/** The API in the name of one person. A refusal is an error, unless the test asks for the answer itself with `try`. */
export class Api {
  readonly request: APIRequestContext;

  private constructor(request: APIRequestContext) {
    this.request = request;
  }

  /** Signs a person in. */
  static async signIn(request: APIRequestContext, email: Person): Promise<Api> {
    const answer = await request.post("/api/auth/sign-in/email", { data: { email, password: PASSWORD } });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
    return new Api(request);
  }

  get<T>(path: string): Promise<T> {
    return read<T>(this.request.get(BASE + path));
  }

  post<T>(path: string, data: object = {}): Promise<T> {
    return read<T>(this.request.post(BASE + path, { data }));
  }

  /** Changes the resource as it is now, whatever its version. */
  patch<T>(path: string, data: object): Promise<T> {
    return read<T>(this.request.patch(BASE + path, { data, headers: { "if-match": "*" } }));
  }

  put<T>(path: string, data: object): Promise<T> {
    return read<T>(this.request.put(BASE + path, { data, headers: { "if-match": "*" } }));
  }

  /** Uploads a file and gives its id. */
  async upload(file: { name: string; mimeType: string; buffer: Buffer }): Promise<string> {
    const { id } = await read<{ id: string }>(this.request.post(`${BASE}/files`, { multipart: { file } }));
    return id;
  }

  /** Asks and gives the answer as it is, refusals too. */
  try(method: "GET" | "POST", path: string, data?: object): Promise<APIResponse> {
    return this.request.fetch(BASE + path, { method, ...(data ? { data } : {}) });
  }
}

async function read<T>(call: Promise<APIResponse>): Promise<T> {
  const answer = await call;
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}
