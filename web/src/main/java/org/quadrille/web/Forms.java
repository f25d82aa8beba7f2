package org.quadrille.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.quadrille.cubes.catalog.OtherDataException;
import org.quadrille.cubes.catalog.UnknownNameException;
import org.quadrille.web.http.PageRequest;
import org.quadrille.web.http.PageResponse;
import org.quadrille.web.page.Address;
import org.quadrille.web.page.Page;
import org.quadrille.web.page.PageContext;

/** Takes what forms send, from pages of this server only. */
final class Forms {
  private static final String FORMS = "/forms/";

  private final List<Page> pages;
  private final Contexts contexts;
  private final Problems problems;
  private final Function<RuntimeException, String> failure;

  /** Makes the context of a page for a request. */
  interface Contexts {
    PageContext of(PageRequest request, Page page, Address here);
  }

  /** Makes a page that says what is wrong. */
  interface Problems {
    PageResponse of(PageRequest request, int status, String problem);
  }

  Forms(
      List<Page> pages,
      Contexts contexts,
      Problems problems,
      Function<RuntimeException, String> failure) {
    this.pages = pages;
    this.contexts = contexts;
    this.problems = problems;
    this.failure = failure;
  }

  PageResponse take(PageRequest request) {
    if (!request.method().equals("POST")) {
      return problems.of(request, 405, "only POST is allowed here");
    }
    if (!sameSite(request)) {
      return problems.of(request, 403, "forms are taken from pages of this server only");
    }
    String[] names = request.path().substring(FORMS.length()).split("/", -1);
    for (Page page : pages) {
      if (names.length == 2 && page.name().equals(names[0])) {
        return submit(request, page, names[1]);
      }
    }
    return problems.of(request, 404, request.path());
  }

  private PageResponse submit(PageRequest request, Page page, String id) {
    try {
      Address here = Address.of(page.path(), request.query());
      Optional<Address> next = page.submit(id, contexts.of(request, page, here));
      return next.map(address -> PageResponse.seeOther(address.toString()))
          .orElseGet(() -> problems.of(request, 404, request.path()));
    } catch (UnknownNameException e) {
      return problems.of(request, 404, String.valueOf(e.getMessage()));
    } catch (OtherDataException e) {
      return problems.of(request, 500, failure.apply(e));
    }
  }

  /** Browsers name the site a form comes from; others may leave it out. */
  private static boolean sameSite(PageRequest request) {
    String site = request.header("Sec-Fetch-Site");
    if (!site.isEmpty()) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.header("Origin");
    return origin.isEmpty() || origin.endsWith("//" + request.header("Host"));
  }
}
