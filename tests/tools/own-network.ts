import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './install-packages.ts';

/*
 * Runs a command in a network namespace (Linux only): only this machine is in it, with the given addresses, and any
 * port is free. Processes there see the same files.
 */

/** As root; else as the current user with capabilities inside. Mapping to root would keep Firefox from starting. */
const unshareOptions = [['--net'], ['--map-current-user', '--keep-caps', '--net']];

/** Not every kernel has `dummy` interfaces. `veth` ones come in pairs, and are up only if both are. */
const script = `
ip link set lo up
if ! ip link add hotspots type dummy 2>/dev/null; then
  ip link add hotspots type veth peer name hotspots-far || exit
  ip link set hotspots-far up
fi
for address in $ADDRESSES; do ip address add "$address/24" dev hotspots || exit; done
ip link set hotspots up || exit
exec "$@"`;

/** Returns the command's exit code. Throws if the system allows no network namespace. */
export function runInOwnNetwork(addresses: string[], command: string[], env: NodeJS.ProcessEnv): number {
  const hasIp = () => ['/usr/sbin/ip', '/sbin/ip', '/usr/bin/ip', '/bin/ip'].some((path) => existsSync(path));
  if (!hasIp()) installPackages(['iproute2']);
  if (!hasIp()) throw new Error('The tests of hotspots need the command `ip`. Install iproute2.');
  const workingOptions = unshareOptions.find((options) => spawnSync('unshare', [...options, 'true']).status === 0);
  if (!workingOptions) {
    throw new Error(
      'The tests of hotspots need a network namespace of their own, which this system does not give: ' +
        '`unshare --net true` fails as root, `unshare --map-current-user --keep-caps --net true` as anyone else.',
    );
  }
  const inside = { ...env, ADDRESSES: addresses.join(' '), PATH: `${env.PATH}:/usr/sbin:/sbin` };
  const args = [...workingOptions, 'sh', '-c', script, 'sh', ...command];
  return spawnSync('unshare', args, { stdio: 'inherit', env: inside }).status ?? 1;
}
