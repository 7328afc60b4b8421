let context: AudioContext | null = null

/** Two short tones, loud enough for a duty room; a window that has not been touched yet may not sound and stays silent. */
export function beep(): void {
  context ??= new AudioContext()
  const { currentTime, destination } = context
  for (const [index, frequencyHz] of [880, 660].entries()) {
    const tone = context.createOscillator()
    const gain = context.createGain()
    const startS = currentTime + index * 0.18
    tone.frequency.value = frequencyHz
    gain.gain.setValueAtTime(0.25, startS)
    gain.gain.exponentialRampToValueAtTime(0.001, startS + 0.15)
    tone.connect(gain).connect(destination)
    tone.start(startS)
    tone.stop(startS + 0.16)
  }
}
