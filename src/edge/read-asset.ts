import { type ReadAsset, unusableSnapshot } from '../snapshot/read-parts.ts';
import type { AssetsBinding, KeepAlive } from './bindings.ts';

/** Any origin does: the binding looks at the path alone. */
const ORIGIN = 'https://assets.local';

/** Reads the snapshot's files from the static files of the deployment. */
export function readAssetFrom(assets: AssetsBinding, keepAlive: KeepAlive): ReadAsset {
  const read = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const response = await assets.fetch(new Request(`${ORIGIN}/${path}`));
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw unusableSnapshot(`không đọc được tệp ${path} (mã ${response.status})`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return (path) => {
    const content = read(path);
    keepAlive(content);
    return content;
  };
}
