import { describe, expect, it } from 'vitest'
import { installCommand, missingLibraries, neededPackages, notInstalled } from '#electron/launch/debian-packages.ts'

const LDD = `	linux-vdso.so.1 (0x00007ffd)
	libffmpeg.so => /opt/dist/libffmpeg.so (0x00007f)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libgtk-3.so.0 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
`
const DEBIAN_12 = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n'
const UBUNTU_24 = 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n'
const UBUNTU_22 = 'ID=ubuntu\nVERSION_ID="22.04"\n'

describe('missing libraries', () => {
  it('lists what ldd did not find, each once', () => {
    expect(missingLibraries(LDD)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })

  it('is empty when all are found', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x0)\n')).toEqual([])
  })
})

describe('packages', () => {
  it('include the virtual display only where it is needed', () => {
    expect(neededPackages(DEBIAN_12, { virtualDisplay: true })).toEqual(
      'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 libatspi2.0-0 libsecret-1-0'.split(' '),
    )
    expect(neededPackages(DEBIAN_12, { virtualDisplay: false })).not.toContain('xvfb')
  })

  it('carry the names of the 64-bit time transition on newer systems only', () => {
    expect(neededPackages(UBUNTU_24, { virtualDisplay: false })).toContain('libasound2t64')
    expect(neededPackages(UBUNTU_22, { virtualDisplay: false })).toContain('libasound2')
    expect(neededPackages('ID=debian\nVERSION_ID="13"\n', { virtualDisplay: false })).toContain('libgtk-3-0t64')
    expect(neededPackages('ID=uos\nVERSION_ID="20"\n', { virtualDisplay: false })).toContain('libgtk-3-0')
    expect(neededPackages('', { virtualDisplay: false })).toContain('libatspi2.0-0')
  })

  it('leave out what is installed, not what is only known or was removed', () => {
    const dpkg = 'libnss3 installed\nlibgbm1 not-installed\nlibxss1 config-files\n'
    expect(notInstalled(['libnss3', 'libgbm1', 'libxss1', 'xvfb'], dpkg)).toEqual(['libgbm1', 'libxss1', 'xvfb'])
  })

  it('are installed by a command that can be pasted', () => {
    expect(installCommand(['xvfb', 'xauth'], false)).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth',
    )
    expect(installCommand(['xvfb'], true)).not.toContain('sudo')
  })
})
