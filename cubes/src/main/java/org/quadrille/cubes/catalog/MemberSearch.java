package org.quadrille.cubes.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.quadrille.cubes.bind.Binder;
import org.quadrille.cubes.bind.Scope;
import org.quadrille.cubes.eval.Expr;
import org.quadrille.cubes.eval.Navigation;
import org.quadrille.cubes.mdx.MdxException;
import org.quadrille.cubes.model.Hierarchy;
import org.quadrille.cubes.model.Level;
import org.quadrille.cubes.model.Member;
import org.quadrille.cubes.result.ResultMember;

/** Finds members for lists and trees. */
final class MemberSearch {
  private final Scope scope;
  private final Captions captions;

  MemberSearch(Scope scope, Captions captions) {
    this.scope = scope;
    this.captions = captions;
  }

  List<ResultMember> find(MemberQuery query) {
    Expr named;
    try {
      named = new Binder(scope).bind(query.name());
    } catch (MdxException e) {
      throw new UnknownNameException(e.getMessage());
    }
    MemberValues values = new MemberValues(null, scope.navigation(), captions);
    String wanted = query.search() == null ? null : query.search().toLowerCase(Locale.ROOT);
    List<ResultMember> found = new ArrayList<>();
    for (Member member : members(query, named)) {
      if (found.size() == query.limit()) {
        break;
      }
      if (wanted == null
          || captions.of(member).toLowerCase(Locale.ROOT).contains(wanted)
          || member.name().toLowerCase(Locale.ROOT).contains(wanted)) {
        found.add(values.result(member, List.of()));
      }
    }
    return found;
  }

  private List<Member> members(MemberQuery query, Expr named) {
    Navigation navigation = scope.navigation();
    return switch (query.kind()) {
      case HIERARCHY -> all(hierarchy(named, query));
      case LEVEL -> level(named, query);
      case MEMBER -> List.of(member(named, query));
      case CHILDREN -> navigation.children(member(named, query));
      case PARENT -> {
        Member parent = navigation.parentOrNull(member(named, query));
        yield parent == null ? List.of() : List.of(parent);
      }
      case SIBLINGS -> navigation.siblings(member(named, query));
      case DESCENDANTS -> {
        Member top = member(named, query);
        yield navigation.hierarchyMembers(top.hierarchy()).stream()
            .filter(m -> navigation.isAtOrBelow(m, top))
            .toList();
      }
      case ANCESTORS -> {
        List<Member> up = new ArrayList<>();
        Member m = navigation.parentOrNull(member(named, query));
        while (m != null) {
          up.add(m);
          m = navigation.parentOrNull(m);
        }
        yield up;
      }
    };
  }

  private List<Member> all(Hierarchy hierarchy) {
    List<Member> members = new ArrayList<>(scope.navigation().hierarchyMembers(hierarchy));
    members.addAll(scope.listedMembers(hierarchy));
    return members;
  }

  private List<Member> level(Expr named, MemberQuery query) {
    if (named instanceof Expr.LevelRef ref) {
      Level level = ref.level();
      List<Member> members = new ArrayList<>(scope.navigation().levelMembers(level));
      scope.calculatedMembers(level.hierarchy()).stream()
          .filter(m -> m.level() == level)
          .forEach(members::add);
      return members;
    }
    throw new UnknownNameException(query.name() + " is not a level");
  }

  private static Hierarchy hierarchy(Expr named, MemberQuery query) {
    if (named instanceof Expr.HierarchyRef ref) {
      return ref.hierarchy();
    }
    if (named instanceof Expr.DimensionRef ref) {
      return ref.dimension().hierarchies().get(0);
    }
    if (named instanceof Expr.LevelRef ref) {
      return ref.level().hierarchy();
    }
    throw new UnknownNameException(query.name() + " is not a hierarchy");
  }

  private static Member member(Expr named, MemberQuery query) {
    if (named instanceof Expr.MemberRef ref) {
      return ref.member();
    }
    throw new UnknownNameException(query.name() + " is not a member");
  }
}
