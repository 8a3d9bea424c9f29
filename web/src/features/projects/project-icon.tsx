import {
  BookOpen,
  Building2,
  Compass,
  CreditCard,
  FlaskConical,
  Gift,
  Globe,
  Leaf,
  type LucideIcon,
  MessageCircle,
  Package,
  Palette,
  Rocket,
  ShoppingCart,
  Smartphone,
  Target,
  Wrench,
} from 'lucide-react';

const ICONS = {
  rocket: Rocket,
  target: Target,
  compass: Compass,
  package: Package,
  cart: ShoppingCart,
  phone: Smartphone,
  card: CreditCard,
  palette: Palette,
  building: Building2,
  leaf: Leaf,
  book: BookOpen,
  flask: FlaskConical,
  wrench: Wrench,
  chat: MessageCircle,
  globe: Globe,
  gift: Gift,
} satisfies Record<string, LucideIcon>;

type IconName = keyof typeof ICONS;
const isIconName = (name: string): name is IconName => Object.hasOwn(ICONS, name);

export const PROJECT_ICONS: readonly IconName[] = Object.keys(ICONS).filter(isIconName);

type Props = { name: string; size: number };

/** Loaded only where a project has an icon. Another text, such as an emoji set through the API, is drawn as it is. */
export function ProjectIcon({ name, size }: Props) {
  if (!isIconName(name)) return <>{[...name][0]}</>;
  const Icon = ICONS[name];
  return <Icon size={size} strokeWidth={2.2} aria-hidden="true" />;
}
