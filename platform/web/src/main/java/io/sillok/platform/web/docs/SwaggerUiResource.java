package io.sillok.platform.web.docs;

import io.sillok.platform.web.ServiceInfo;
import io.sillok.platform.web.access.Public;
import io.sillok.platform.web.problems.ProblemException;
import io.sillok.schemas.problems.ErrorCode;
import io.sillok.schemas.problems.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;

/// Swagger UI, from the jar: nothing is loaded from elsewhere and no script stands in the page, so
/// a strict Content-Security-Policy holds.
@Path("/docs")
@Public
@Hidden
public final class SwaggerUiResource {

    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

    private static final Map<String, String> FILES =
            Map.of(
                    "swagger-ui.css", "text/css",
                    "swagger-ui-bundle.js", "text/javascript",
                    "favicon-32x32.png", "image/png");

    private static final String START =
            """
            window.ui = SwaggerUIBundle({
              url: 'openapi.json',
              dom_id: '#swagger-ui',
              deepLinking: true,
              validatorUrl: 'none'
            });
            """;

    private final String page;
    private final String folder;

    public SwaggerUiResource(ServiceInfo service) {
        this.page =
                """
                <!doctype html>
                <html lang="en">
                  <head>
                    <meta charset="utf-8">
                    <title>%s</title>
                    <link rel="stylesheet" href="docs/swagger-ui.css">
                    <link rel="icon" type="image/png" href="docs/favicon-32x32.png">
                  </head>
                  <body>
                    <div id="swagger-ui"></div>
                    <script src="docs/swagger-ui-bundle.js"></script>
                    <script src="docs/start.js"></script>
                  </body>
                </html>
                """
                        .formatted(service.title());
        this.folder =
                "/META-INF/resources/webjars/swagger-ui/" + service.release().swaggerUi() + "/";
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        return answer(page, MediaType.TEXT_HTML + ";charset=utf-8");
    }

    @GET
    @Path("/start.js")
    public Response start() {
        return answer(START, "text/javascript");
    }

    @GET
    @Path("/{file}")
    public Response file(@PathParam("file") String file) {
        String type = FILES.get(file);
        if (type == null) {
            throw ProblemException.of(
                    Problem.of(ErrorCode.E4007, "no-such-path", "There is no such file."));
        }
        InputStream bytes = getClass().getResourceAsStream(folder + file);
        if (bytes == null) {
            throw new IllegalStateException(file + " is missing from the jar");
        }
        return answer(bytes, type);
    }

    private static Response answer(Object entity, String type) {
        return Response.ok(entity, type)
                .header("Content-Security-Policy", POLICY)
                .header("Cache-Control", "max-age=300")
                .build();
    }
}
